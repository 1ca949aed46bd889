import { test } from "node:test"
import { killRounds } from "./kill.suite.js"

test("ten times killed during add, review and rebuild: nothing acknowledged is lost", () => killRounds(10, 20261123))
