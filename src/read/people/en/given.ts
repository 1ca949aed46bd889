/** Given names, and family names of peoples who put the family first. A name here is a hint, never a proof. */
const set = (names: string) => new Set(names.split(/\s+/).filter(Boolean))

export const GIVEN: ReadonlySet<string> = set(`
James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Donald
Steven Stephen Paul Andrew Joshua Kenneth Kevin Brian George Edward Edwin Ronald Timothy Jason Jeffrey Geoffrey Ryan Jacob Gary
Nicholas Eric Erik Jonathan Larry Justin Scott Brandon Benjamin Samuel Gregory Frank Alexander Raymond Patrick Jack
Dennis Jerry Tyler Aaron Jose José Adam Nathan Henry Douglas Zachary Peter Kyle Walter Ethan Jeremy Harold Keith
Christian Roger Noah Gerald Carl Terry Sean Shaun Shane Arthur Lawrence Dylan Jesse Bryan Bruce Gabriel Joe Logan Alan Allan
Juan Wayne Roy Ralph Randy Eugene Vincent Russell Elijah Louis Bobby Philip Phillip Johnny Bill Bob Tom Jim Mike Dave Steve Dan
Ben Sam Max Alex Nick Rick Ted Tim Greg Jeff Matt Chris Tony Ken Ron Don Ray Fred Barry Neil Graham Ian Colin Simon
Martin Stuart Derek Trevor Nigel Clive Hugh Oliver Harry Oscar Leo Felix Hugo Victor Viktor Ivan Igor Oleg Boris Dmitry
Dmitri Dmytro Sergei Sergey Serhiy Vladimir Volodymyr Alexei Aleksei Alexey Oleksiy Andrei Andrey Andriy Mikhail Mykhailo Nikolai
Nikolay Mykola Pavel Pavlo Roman Ruslan Rustam Timur Yuri Yury Yuriy Anatoly Valery Vasily Viacheslav Vyacheslav Vitaly Konstantin
Kirill Maksim Maxim Denis Artyom Artem Ilya Gennady Stanislav Vadim Eduard Arkady Lev Leonid Grigory Fyodor Stepan Taras
Bohdan Oleksandr Aleksandr Aleksander Maria Mariya Anna Olga Elena Yelena Irina Natalia Natalya Svetlana Tatiana Tatyana Ekaterina
Yekaterina Anastasia Daria Yulia Julia Ksenia Galina Lyudmila Nadezhda Larisa Marina Oksana Alina Vera Valentina Sofia Sophia Zoya
Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Sara Karen Lisa Nancy Betty Margaret Sandra Ashley Kimberly
Emily Donna Michelle Carol Amanda Melissa Deborah Debra Stephanie Rebecca Sharon Laura Cynthia Dorothy Amy Kathleen Angela Shirley
Brenda Emma Pamela Nicole Helen Samantha Katherine Catherine Christine Christina Rachel Carolyn Janet Maryam Ruth Virginia Heather
Diane Julie Joyce Victoria Kelly Lauren Joan Evelyn Olivia Judith Judy Megan Cheryl Martha Andrea Frances Hannah Jacqueline Ann Anne
Jean Alice Kathryn Gloria Teresa Doris Beverly Hillary Hilary Denise Marilyn Amber Danielle Rose Brittany Diana Abigail Natalie Jane
Lori Alexis Kayla Kate Kathy Jenny Lucy Claire Clare Ellen Fiona Grace Ivanka Melania Chelsea Michaela Monica Naomi Nina Paula
Charlotte Chloe Eva Eve Ella Sally Susie Vanessa Wendy Yvonne Barack Mitt Marco Ted Bernie Newt Rand Carly Mitch Rudy Rupert
Carlos Luis Miguel Jorge Pedro Manuel Francisco Antonio Alejandro Fernando Roberto Ricardo Eduardo Javier Rafael Diego Sergio
Andres Andrés Pablo Enrique Mario Alberto Raul Raúl Ramon Ramón Jaime Julio Cesar César Hector Héctor Oscar Óscar Gustavo Felipe
Guillermo Arturo Armando Alfredo Ernesto Rodrigo Gerardo Hernan Hernán Hugo Ignacio Ivan Iván Joaquin Joaquín Leonardo Lorenzo
Marcos Martín Mauricio Nelson Nicolas Nicolás Omar Orlando Rene René Ruben Rubén Salvador Santiago Simón Tomas Tomás Vicente
Berta Bertha Carmen Guadalupe Rosa Ana Isabel Lucia Lucía Luz Marielle Marisol Mercedes Pilar Rocio Silvia Ximena Yolanda Camila
Daniela Gabriela Juana Leticia Lorena Maricela Miroslava Paola Dilma Jair Lula Luiz João Joao Paulo Thiago Tiago Bruno
Pierre Jean-Paul François Francois Jacques Michel Philippe Olivier Thierry Laurent Alain Emmanuel Nicolas Marie Sophie Nathalie
Isabelle Camille Chantal Brigitte Hans Klaus Wolfgang Jürgen Jurgen Heinrich Karl Friedrich Otto Angela Ursula Heike Stefan Andreas
Giovanni Giuseppe Luca Marco Matteo Paolo Silvio Giulio Giulia Francesca Alessandro Alessandra Federico Massimo Lars Anders Björn
Jens Mette Ingrid Astrid Sven Olof Mohammed Mohammad Muhammad Mohamed Mohamad Mohammadu Muhammadu Ahmed Ahmad Ahmet Mahmoud
Mahmud Mehmet Ali Hassan Hasan Hussein Hussain Hossein Husain Ibrahim Ismail Ismael Yusuf Youssef Yousef Omar Umar Osman Othman Uthman
Khalid Khaled Abdul Abdullah Abdallah Abdel Abdirahman Abdulrahman Abdurahman Karim Kareem Rashid Salman Salem Salim Saleh
Samir Sami Tariq Tarek Walid Waleed Yasser Yasir Zaid Ziad Nasser Nabil Nabeel Nader Majid Maher Mansour Mustafa Mostafa Murad
Jamal Gamal Jaber Jamil Hamid Hamad Hamza Haytham Haitham Faisal Faysal Fahad Fahd Farid Fadi Bashar Bassem Bilal Ayman Anwar
Amir Ameer Amin Amjad Adel Adnan Alaa Aziz Raif Rami Ramzi Saad Saeed Said Saif Sayed Sayyid Shadi Sharif Sherif Suleiman Sulaiman Taha
Fatima Fatma Aisha Ayesha Khadija Zainab Zeinab Zahra Layla Leila Laila Loujain Lina Lubna Maha Mahienour Manal Mona Muna Nadia
Nada Nour Noor Noura Rana Rania Razan Reem Rima Salma Samar Sana Sanaa Shaima Shaimaa Samira Soraya Yasmin Yasmine Yasmeen Hanan
Hala Huda Hoda Heba Iman Eman Israa Esraa Dina Dalia Amal Amina Asma Azza Reza Mahsa Nasrin Narges Nargess Shirin Parvin Golrokh
Arash Ardeshir Babak Behrouz Behnam Dariush Ebrahim Ehsan Farhad Farzad Hamed Hadi Javad Kaveh Kian Kourosh Masoud Masih Mehdi
Milad Morteza Navid Nima Omid Payam Pouya Ramin Sattar Shahram Siamak Soheil Vahid Zhila Atena Bahareh Maryam Mehran Rouhollah
Serik Serikzhan Nurlan Nursultan Yerlan Erlan Kairat Kanat Marat Murat Bolat Askar Daniyar Dastan Zhanbolat Zhanar Aigul Aygul
Gulnara Gulzira Aliya Dinara Asel Assel Sayragul Bekzat Yerbol Erbol Kassym-Jomart Mukhtar Dulat Aset Almas Aslan Azamat Azimbek
Bakhyt Bakhytzhan Bauyrzhan Beibit Daulet Erzhan Yerzhan Galym Ermek Yermek Zhandos Zhanna Madina Meruert Nurbek Rinat Sanavar
Sultan Talgat Temirlan Tolegen Max Ilham Rebiya Dolkun Rahile Gulchehra Abduweli Ablajan Adil Akbar Alim Anvar Arken Arzugul
Erkin Gulbahar Gulmira Halmurat Kamil Mehmet Memet Mihrigul Muhter Nurmuhemmet Omer Omir Parhat Patigul Qelbinur Rishat Sayyad
Tahir Tursun Tursunay Yalqun Zumrat Ziba Akmal Alisher Bobomurod Dilmurod Elmurod Islom Islam Jahongir Otabek Rustam Salijon
Shavkat Sherzod Ulugbek Umid Emomali Muhiddin Zayd Buzurgmehr Sooronbay Sadyr Almazbek Kurmanbek Azimjon Gulzada Rosa Adilet
Recep Tayyip Osman Selahattin Figen Fethullah Kemal Can Cem Deniz Emre Erdem Erol Eren Ebru Elif Nazli Ayse Aysegul Asli Zehra
Gultan Hrant Tahir Murat Orhan Ilhan Ilham Ilgar Khadija Leyla Emin Anar Rauf Elchin Vagif Bakhtiyar Tofig Rasul Mehman
Narendra Rahul Amit Sonia Priyanka Arvind Anil Ajay Akhil Anand Anjali Arun Arundhati Ashok Babu Bharat Deepak Dinesh Ganesh Gauri Gopal
Hari Harsh Indira Jagdish Kavita Kiran Krishna Lalit Mahesh Manoj Medha Meena Mohan Mukesh Nandini Natasha Naresh Neha Nikita
Nitin Pooja Pradeep Prakash Pramod Prashant Prem Rajesh Rajiv Rakesh Ram Ramesh Rana Ravi Rohit Safoora Sanjay Sanjiv Sandeep
Santosh Shashi Shiv Shyam Soni Sudha Sunil Suresh Sushma Teesta Umar Uma Varavara Vijay Vikram Vinod Vivek Yogi Imran Nawaz
Benazir Bilawal Asif Asma Arif Aamir Atif Fawad Hafiz Hina Idris Iqbal Kamran Malala Mashal Nadeem Naeem Pervez Qazi Rauf Sabeen
Shahbaz Shehbaz Shahid Shoaib Tahira Waqas Zafar Zia Zulfiqar Sheikh Khaleda Shahidul Shafiqul Mushtaq Mohan Kumar Aung Suu Thein Ko Maung Zaw
Nguyen Tran Pham Wa Kyaw Thura Nay Phone Ferdinand Rodrigo Leila Benigno Corazon Gloria Walden Zara Teresita Sarah Joko Novel Munir
Widodo Siti Nur Anwar Najib Mahathir Prayut Prayuth Thaksin Yingluck Somchai Anon Arnon Parit Panusaya Hun Kem Sam Mu Sochua
Nelson Thabo Jacob Cyril Desmond Winnie Robert Morgan Emmerson Itai Hopewell Jestina Tendai Paul Uhuru Raila Daniel Mwai Jomo Wangari
Yoweri Bobi Kizza Stella Besigye Nicholas Kakwenza Felix Joseph Laurent Moise Evariste Pierre Denis Germain Godefroid Abiy Eskinder
Meles Birtukan Bekele Haile Isaias Dawit Muammar Goodluck Muhammadu Olusegun Sani Ken Wole Chinua Chimamanda Omoyele Nnamdi
Amina Ibrahim Yahaya Aminu Kwame Kofi John Nana Anas Blaise Thomas Alassane Laurent Guillaume Macky Ousmane Yahya Adama Alpha
Mamadou Moussa Amadou Oumar Fatou Mariama Aminata Ibrahima Cheikh Abdoulaye Boubacar Idriss Issa Salif Mahamat Faustin Paulin
Chukwuemeka Chidi Ngozi Ifeanyi Emeka Obinna Uche Tunde Femi Segun Folake Yemi Bola Ahmed Aloysius Ebenezer Agbor
Svitlana Yaroslav Yevgeny Evgeny Zelimkhan Zarema Natalia Oyub Ramzan Ismail Akhmed Aslan Magomed Mufti Khamzat Emir Server Reshat
Nariman Edem Seitumer Enver Lenur Zair Siarhei Sviatlana Maryia Maria Ales Alaksandr Pavel Raman Katsiaryna Viktar Mikola Volha
Valiantsin Uladzimir Zmitser Ihar Andrej Barys Nasta Benjamin Bibi Ehud Shimon Yitzhak Ariel Naftali Yair Avigdor Ayelet Hagai
Issa Ahed Bassem Khalida Khader Salah Marwan Mahmoud Ismail Yahya Shireen Wael Yaser Motaz Nizar Basil
Agnes Agnès Michelle Navi Volker Antonio António Ban Kofi Tedros Christof Nils Irene Fionnuala Clément Clement Felipe Jens
Viktor Andrzej Donald Jaroslaw Lech Mateusz Adam Krzysztof Piotr Tomasz Janos János Laszlo László Gyorgy György Zoltan Zoltán
Milo Milos Miloš Slobodan Aleksandar Zoran Radovan Ratko Vojislav Ivica Jovan Nikola Dragan Goran Marko Petar Vesna Jelena
Edi Ilir Hashim Ramush Ion Nicolae Traian Klaus Liviu Boyko Rumen Alexis Kyriakos Giorgos George Yanis Pavlos Zak
Daphne Ján Jan Martina Maxence Jamal Anna Natalya Veronica Lyra Maria Regina Javier Rubén Nadezhda Dom Bruno Chico Dorothy Dian
`)

/** Family names of China, Korea and Vietnam, which stand first. */
export const FAMILY_FIRST: ReadonlySet<string> = set(`
Zhang Wang Li Zhao Liu Chen Yang Huang Zhou Wu Xu Sun Ma Zhu Hu Guo He Gao Lin Luo Zheng Liang Xie Tang Song Feng Deng
Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu Lü Ding Ren Lyu Shen Yao Lu Jiang Cui Zhong Tan Fan
Liao Shi Jin Jia Xia Fu Fang Bai Zou Meng Xiong Qin Qiu Hou Jiang Yin Xue Yan Duan Lei Long Tao He Mao Hao Gong Shao
Wan Qian Dai Xi Mo Hong Lai Ai Bao Bo Chu Geng Gu Gui Ji Kang Kong Ou Pu Qi Qu Shu Teng Wen Xing Zhan Zuo Chan Wong Ho Lam Cheung
Leung Ng Lau Tsang Kwok Yeung Yip Chow Tam Au Mak Kim Park Lee Choi Jung Kang Cho Yoon Jang Lim Han Oh Seo Shin Kwon Hwang Ahn
Moon Nguyen Nguyễn Tran Trần Le Lê Pham Phạm Hoang Phan Vu Vo Dang Bui Do Ngo Duong Ly
`)

/** Endings of family names that are nothing else in English: "-ov", "-shvili". */
export const FAMILY_ENDING =
  /(?:(?:[aeiou]|\b\p{L}+)(?:v|k|l|n|r|d|t|b|m|z|s|sh|zh|ch|kh|p|g|h)(?:ov|ova|ev|eva|yev|yeva|ayev|ayeva)|enko|chuk|shvili|dze|yan|ian|bek|bekov|zhan|jan|baev|bayev|kyzy|uulu|uly|qyzy|zade|oglu|ovich|evich|ovna|evna|skiy|sky|skaya|ski|ska|wicz|vić|ović|ić|escu|opoulos|akis|idis|sson|ssen|quist|berg|stein|ullah|uddin|zai|nejad|zadeh|pour|ez|inho|vili|kov|kova|lov|lova|nov|nova|rov|rova|sov|sova|tov|tova|din)$/u
