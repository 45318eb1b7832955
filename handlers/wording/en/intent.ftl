# What people say when they mean a command, one sentence a line. The nearest sentence decides,
# so a question about a subject stands under "intent-ask", beside the wish it could be taken for.

intent-took = I took this as: **{ $meaning }**.
intent-undo = No, answer it as a question
intent-near = Or did you want this?

intent-name-register = Register a solution
intent-name-solutions = Show my solutions
intent-name-office-hours = Office hours with a mentor
intent-name-review = Review solutions
intent-name-training = My training
intent-name-showcase = The showcase
intent-name-home = My overview
intent-name-channel = Settings of this channel
intent-name-help = What I can do
intent-name-ask = Ask the handbook

intent-ask =
    how do I register?
    how do I register a solution?
    what do I need before I register?
    do I have to register a spreadsheet with AI?
    when must a solution be registered?
    what happens after I register?
    what is a solution?
    how does the review work?
    how long does a review take?
    who reviews my solution?
    what is restricted data?
    what counts as personal data?
    which data may ChatGPT see?
    may I put customer names into ChatGPT?
    can I use Copilot Studio with confidential data?
    is Zapier allowed?
    which tools are approved?
    what am I not allowed to build?
    can I build a bot that screens job applicants?
    may AI decide who gets credit?
    can my chatbot answer customers by itself?
    what training is required?
    which training modules do I need for a high tier?
    how long does the training take?
    what are office hours?
    when are office hours?
    how do I book a mentor?
    what can a mentor help with?
    can I cancel a booking?
    who are the mentors?
    what is the showcase?
    how do I share my work?
    what happens to tools we already built without telling anyone?
    what does the personal data law in Indonesia say?
    who owns the handbook?
    what is the difference between limited and high?
    what should I do when AI gives wrong answers?
    why?
    and for contractors?
    what about Malaysia?
    do interns need approval too?
    I want to know the rules for supplier data
    tell me about shadow AI
    explain the tiers to me
    how can I register my app?
    must I register a tool that only I use?
    should I register a bot that reads applications?
    do I need to register this?
    what if I build a bot for HR?
    may I change my solution after it was approved?
    can I share my solution with another office?
    what if the mentor cancels?
    who can I ask when I need help?
    what if my team uses an AI that nobody knows about?
    which data classes are there?
    what must be tested before a solution goes live?
    when should I escalate to the data science team?
    is an approved tool always free to use?
    who is the governance lead?
    what is the capital of a country?
    my colleague asks whether he may use AI for invoices

intent-register =
    I want to register a solution
    register my solution
    register a bot
    register my chatbot
    register an app
    register a new tool I made
    I built a bot that reads invoices
    I built a chatbot that answers HR questions
    I made an app that sorts customer e-mails
    I have made a flow that summarises meetings
    I created an automation with Zapier
    I'm building a tool that drafts replies
    we built a model that predicts sales
    we made a Copilot Studio agent for the sales team
    our team has built an AppSheet app with Gemini
    I am building an agent that writes orders
    our team made a Power App with AI
    we already use a bot that nobody registered
    I would like to declare a tool we have been using
    start a registration
    continue my registration
    finish my unfinished registration
    help me register my automation
    my new assistant translates contracts and I want to register it
    I wanna register
    I want to declare a GPT I made

intent-solutions =
    my solutions
    show my solutions
    show me my solutions
    list my solutions
    what have I registered?
    what is the status of my solution?
    how is my solution doing?
    what is happening with my solution?
    what is happening with my registration?
    has my solution been approved?
    is my bot approved yet?
    where is my registration?
    show SOL-0001
    status of SOL-0001
    retire my solution
    change my solution
    I want to edit my registered solution

intent-office-hours =
    book a mentor
    book office hours
    book a session
    book a session about data quality
    book a session about prompts
    talk to an expert about my prompt
    mentor
    I want to book a mentor
    I'd like to talk to a mentor
    I need help from a mentor
    can I talk to someone about my bot?
    can somebody help me with my prompt this week?
    find me a free slot
    show me free slots
    is a mentor free on Friday?
    could I get some time with a mentor?
    make an appointment with a mentor
    schedule a meeting with a mentor
    office hours please
    cancel my booking
    cancel my appointment
    cancel BKG-0001
    my bookings
    show my bookings
    when is my next session?
    when is my booking?
    I cannot make it to my session
    set my office hours
    change my hours as a mentor

intent-review =
    reviews
    show the reviews
    what is waiting for review?
    what do I have to review?
    my reviews
    show me the review queue
    take the next review
    I want to review a solution
    approve the solution
    reject this solution
    which reviews are due?
    show me the open reviews

intent-training =
    my training
    show my training
    show the training modules
    start the training
    continue my training
    I finished a module
    I completed week one
    mark the module as done
    I have done the module on data quality
    what is my next module?
    which training do I still have to do?
    how far am I with the training?
    my training progress
    which modules have I done?

intent-showcase =
    showcase
    show the showcase
    show me what others have built
    what have others built?
    what did colleagues build?
    where can I see what others built?
    show me examples from other teams
    show me some inspiration
    share my solution
    share my story
    share my solution in the showcase
    I want to present my bot to everyone
    publish my story
    put my solution in the showcase

intent-home =
    home
    my overview
    overview
    dashboard
    what is waiting for me?
    what do I have to do next?
    what should I do next?
    my to-do list
    show everything of mine
    what is new for me?
    my next steps
    start page

intent-help =
    help
    help me
    what can you do?
    what can I do here?
    how does this work?
    how do you work?
    who are you?
    what are you?
    show the commands
    list of commands
    which commands are there?
    I am lost
    menu
    who r u
    who ru

intent-greeting =
    hi
    hello
    hey
    hi there
    hello there
    hey Guildmate
    hello Guildmate
    good morning
    good afternoon
    good evening
    good day
    how are you?
    nice to meet you

intent-thanks =
    thx a lot
    thanks, that was quick
    cheers for that
    thanks
    thank you
    thank you very much
    thanks a lot
    many thanks
    thx
    great, thanks
    perfect, thank you
    that helped, thank you
    ok thanks
    cheers
    bye
    goodbye
    thank you for the help
    ty so much
    tq
    tks
    thank u
    gr8
    noted thanks
    tysm

# How a question begins when nobody types its question mark.
intent-asking =
    how
    what
    which
    when
    where
    why
    who
    whose
    may
    can i
    could i
    do i
    does
    should
    must
    is it
    am i
    are there
    what if
    … or not
    … how long
    … how
    … how ah
    … how leh
    … what then
    what abt
    wat about
    how abt
    so can
    do we
    must we
    can we
    are we

# Words that say nothing by themselves: nobody searches the handbook for them.
intent-nothing =
    yes
    yep
    yeah
    no
    nope
    ok
    okay
    hm
    hmm
    hmmm
    um
    uh
    huh
    eh
    oh
    well
    so
    test
    testing
    what

intent-channel =
    channel settings
    settings of this channel
    set up this channel
    change how you answer in this channel
    change the settings of this channel
    who reads your answers first in this channel
    answer in private first in this channel
    show answers to everybody in this channel
    stop following threads in this channel
    configure the bot for this channel
    let the asker read first here
    how do you behave in this channel

# What people say who want to talk to somebody, not to a program.
intent-human =
    talk to a human
    I want to talk to a human
    can I talk to a real person?
    I want to speak to a person
    let me speak to somebody
    can I speak with a human being?
    connect me to a human
    is there a real person here?
    human please
    I don't want to talk to a bot
    give me a person
    I need to speak with somebody from the team
    can I talk to a person?
    can someone from the team call me
    please call me

# What people say who are angry or disappointed.
intent-upset =
    this is useless
    your answer is useless
    your answers are garbage
    your answers are bad
    this does not help at all
    that did not help
    you are not helping
    you are annoying
    this is so frustrating
    I am frustrated
    I am angry
    wrong again
    you keep getting it wrong
    what a stupid bot
    stupid bot
    this bot is terrible
    waste of time
    you don't understand me
    I am fed up with this
    what a useless answer

# What people say who want nothing more of what was begun; said alone, it begins nothing.
intent-cancel =
    cancel
    cancel that
    cancel this
    cancel it
    never mind
    nevermind
    forget it
    forget about it
    abort
    scrap that
    drop it
    leave it
    stop it
    cancel everything
    no cancel
    dont want it anymore
    wrong chat
    wrong window
    ignore that
    ignore me

# How a question begins that asks how something is done; "…" before words that end it. It begins nothing.
intent-how =
    how do i
    how do we
    how to
    how can i
    how can we
    how could i
    how should i
    how would i
    how does one
    where do i
    where can i register
    what happens
    what if
    must i
    should i
    do i need to
    do i have to
    … is that ok
    … is that okay
    … is that allowed
    … is it ok
    … is it allowed
    … what now
    … what do i do
    … what should i do
    … what to do
    … do i need to register it
    … how
    … why

# Of the words that begin something, one has to be said.
intent-clues-human =
    talk
    talking
    speak
    chat
    connect
    contact
    transfer
    human
    humans
    real person
    a person
    somebody
    someone
    agent please
    call me
intent-clues-register =
    register
    registering
    registration
    declare
    built
    build
    building
    made
    make
    making
    created
    create
    creating
    developed
    developing
    put together
    using
    already use
    nobody registered
    wrote

intent-clues-office-hours =
    mentor
    mentors
    office hours
    book
    booking
    bookings
    session
    appointment
    slot
    slots
    expert
    bkg
    hours
    talk to someone
    somebody help me
    cannot make it

intent-clues-solutions =
    solution
    solutions
    my bot
    my app
    registered
    my registration
    status
    approved
    our bot
    our app
    edit my
    retire my

intent-clues-review =
    review
    reviews
    reviewing
    queue
    approve the solution
    reject this solution

intent-clues-training =
    training
    module
    modules
    course
    lesson
    week
    next module

intent-clues-showcase =
    showcase
    others
    colleagues
    other people
    other teams
    share my
    my story
    our story
    inspiration
    publish my
    put my
    present my

intent-clues-channel =
    channel
    threads
    asker
    settings

# Words that change nothing about a wish to cancel.
intent-cancel-small =
    it
    that
    this
    pls
    please
    ok
    just
    then
    actually
    no
    now
    all
    sorry
    nah
    better

# Words by which a sentence asks, wherever they stand: it begins no form.
intent-within =
    how
    what
    which
    who
    whose
    where
    when
    why
    how long
    how many
    how much
    do mentor
    are mentor
    is a mentor
    does a mentor
    need to be
    have to be
    has to be
    must be
    first or
    allowed or
    is it allowed
    mentor see
    mentor approve
    need … or
    must … or
    register … or not
    registration or
    registration … or
    or one time
    or each one

# Words by which a sentence asks how long, how many or when: it shows no list either.
intent-measure =
    how long
    how many
    how much
    when
    what time
    how often
    deadline
    who can
    still valid
    valid for
    expire
    expires

# Words by which something is only planned, or asked for: nothing is registered yet.
intent-plans =
    want to build
    want to make
    want to create
    wanna build
    wanna make
    would like to build
    would like to make
    thinking of building
    thinking of making
    thinking about building
    thinking about making
    plan to build
    plan to make
    planning to build
    planning to make
    planning a
    going to build
    gonna build
    if i build
    if i make
    if we build
    if we make
    idea for a bot
    allowed
    ok to build
    ok to make
    can we build
    can i build
    may i build
    may we build
    can i make
    can we make
    someone else built
    somebody else built

# What people say who report harm.
intent-harm =
    our bot sent customer data to the wrong people
    my flow has been sending the wrong prices to shops
    the chatbot showed one customer the orders of another
    customer data leaked from our solution
    somebody got into our bot who should not
    our agent paid an invoice twice
    the bot told a customer something false and they are angry
    the AI changed data in SAP that nobody approved
    the chatbot was rude to a customer
    the bot promised a customer something we cannot give
    I pasted personal data into a free tool yesterday
    a customer complains that our bot gave harmful advice
    our chatbot is writing nonsense to customers, we cannot stop it
    a file with salaries was open to everybody
    our agent deleted records by itself
    passwords are visible in the log of our bot
    the tool is broken and the whole team cannot work

# Words by which somebody complains of people: nothing is begun by it.
intent-complaints =
    complain
    complaint
    complaining
    did not show
    didnt show
    never showed
    no show
    did not come
    didnt come
    did not answer
    missed our
    is late
    nobody came
    no one came
    nobody was there
    cancelled twice
    no mentor is free
    no mentor free
    no mentors free
    no slot
    no slots
    fully booked
    all full

# What is said in praise beside thanks, so that it is no question.
intent-praise =
    you are
    youre
    u r
    ur the
    faster
    quicker
    quick
    better
    useful
    helpful
    helped
    saved me
    saved my
    great
    nice
    love
    awesome
    amazing
    brilliant
    perfect
    star
    clear
    clever
    smart
    best
    lifesaver
    legend
    good job
    well done
    impressive
    exactly what
    wonderful
    good bot
    super
    cool
    save my
    saves my
    save me
    life saver
    made my day
    solved
    settled
    settle
    works now
    working now
    it worked
    all good
    got it
    understand now
    clear now
    very clear
    so fast
    swee
    steady
    shiok
    ang bilis
    naintindihan
    ang galing
    so good
    so smart
    excellent
    fantastic
    good

# What is wanted besides, so that thanks are not all.
intent-wishes =
    but
    need
    want
    now
    next
    also
    another
    register
    book
    show
    tell me
    explain
    and the
    one more
    still
    however
    can
    which
    how about
    what about
    what abt
    how abt
    wat about
    then how
    cannot
    cant
    error

# Words that greet; beside them stand address, time of day and particles.
intent-hellos =
    hi
    hello
    hey
    heya
    hiya
    yo
    helo
    hallo
    hai
    halo
    sup
    howdy
    morning
    good morning
    gm
    afternoon
    good afternoon
    evening
    good evening
    good day
    good am
    good pm
    greetings
    knock knock
    kumusta
    kamusta
    magandang umaga
    magandang hapon
    magandang gabi
    selamat pagi
    apa khabar
    how are you
    how are u
    whats up
    wassup

# Words that only agree to what was said.
intent-agrees =
    ok
    okay
    okey
    oki
    okie
    okie dokie
    okidoki
    k
    kk
    noted
    got it
    gotcha
    i see
    understood
    understand
    alright
    all right
    will do
    makes sense
    sounds good
    sounds great
    fair enough
    sure
    sure thing
    roger
    copy that
    cool
    sige
    gets
    ayt
    can can
    can liao
    all good
    no problem
    no worries
    cleared
    clear now

# How somebody scolds the assistant and its answers; “…” stands for words between.
intent-scolds =
    bot … so slow
    bot … damn slow
    bot … useless
    bot … stupid
    bot … lousy
    bot … rubbish
    bot … dumb
    answer … useless
    answer … rubbish
    answer … nonsense
    answers … rubbish
    answers … nonsense
    answer … wrong again
    answering nonsense
    talk nonsense
    talk rubbish
    talking nonsense
    what nonsense
    so useless
    not helping
    no use one
    waste my time
    wasting my time
    fed up
    wth
    wtf
    lousy bot
    lousy answer
    walang kwenta
    ang bagal
    stupid answer
    stupid bot
    bad answer
    terrible answer
    wrong again
    useless

# Words by which somebody speaks of something of their own.
intent-own =
    my
    our
    my bot
    their

# Particles and address that stand beside a greeting or an agreement and say nothing.
intent-particles =
    there
    bot
    chatbot
    assistant
    everybody
    all
    one
    na
    naman
    opo
    sia
    sis
    a
    the
    with thanks
    and
    very
    so
    u
    you
    then
    got
    man
    lol
    haha
    hahaha
    hehe
    wow
    wah
    aiya
    oh
    ooh
    ah
    hm
    now
    again
    already
    alr
    today
    to all
    much
    i am new here
    im new here
    new here
    just joined
    new joiner
    i just joined
    anyone there
    anybody there
    are you there
    you there
    u there
    is
    this
    that
    it
    what a
    such a
    tomorrow
    really
    damn
    answer

# Words of parting.
intent-partings =
    bye
    byebye
    bye bye
    goodbye
    good night
    gnite
    night night
    see you
    see ya
    see u
    cya
    see you later
    see ya later
    catch you later
    talk to you later
    talk later
    take care
    ttyl
    have a good one
    ingat
    paalam
