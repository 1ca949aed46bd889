import { test } from "node:test"
import { killRounds } from "../test/kill.suite.js"

test("a hundred times killed during add, review and rebuild: nothing acknowledged is lost", () => killRounds(100, 7))
