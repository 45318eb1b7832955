# How people report harm; "…" stands for some words between.
incident-words =
    leaked
    leaking
    data leak
    leaks data
    data breach
    got breached
    sends … wrong
    wrong customer got
    wrong person got
    paid … twice
    charged … twice
    is down
    went down
    has crashed
    just crashed
    went rogue
    out of control
    keeps sending
    keeps repeating
    keeps deleting
    wont stop
    will not stop
    cannot stop it
    cant stop it
    something went wrong
    something has gone wrong
    gone wrong
    went wrong
    was hacked
    got hacked
    been hacked
    is exposed
    got exposed
    has deleted
    just deleted
    bot deleted
    agent deleted
    flow deleted
    i put … what now
    i pasted … what now
    already pasted
    is broken
    has broken
    stopped working
    is not working any more
    broke into our
    got into my … agent
    got into our
    got into my bot
    got into my account
    can get into our
    was stolen
    got stolen
    been stolen
    over and over
    non stop
    i think i leaked
    lost all the data
    wiped
    paid … double
    charged … double
    transferred … twice
    sent … twice
    refunded … twice
    shows … wrong
    emails … wrong
    everyone can see … salaries
    everybody can see … data
    hacked
    insulted
    nobody approved it
    visible to vendor
    spamming
    sends spam
    is sending spam
    sends … dont belong
    mails … dont belong
    emails … dont belong
    sends … do not belong
    mails … do not belong
    wrong … got
    wrong … received
    never stops
    cannot be stopped
    nobody can stop

# What something or somebody did that can do harm, in the forms by which it is told that it happened.
incident-acts =
    sent
    sending
    emailed
    emailing
    mailed
    mailing
    messaged
    messaging
    forwarded
    forwarding
    posted
    posting
    replied
    replying
    answered
    told
    showed
    showing
    shown
    shared
    sharing
    gave
    given
    published
    publishing
    uploaded
    uploading
    pasted
    pasting
    put
    copied
    cc'd
    ccd
    went
    ended up
    landed
    left
    leaving
    exposed
    read
    paid
    paying
    charged
    charging
    transferred
    transferring
    refunded
    ordered
    deleted
    deleting
    changed
    overwrote
    overwritten
    invited
    opened
    typed
    entered
    quoted
    billed
    open
    readable
    visible
    delivered
    dispatched
    routed
    attached
    printed
    sms'd
    texted
    faxed
    handed

# What makes such an act harm, where it follows.
incident-wrong =
    wrong
    wrong person
    someone else
    somebody else
    some other client
    some other customer
    some other person
    another client
    another customer
    another shop
    another supplier
    another employee
    other client
    other customer
    other people data
    competitor
    strangers
    not supposed to
    not the right
    not the correct
    not the intended
    not meant for
    does not belong to
    do not belong to
    dont belong to
    doesnt belong to
    not his own
    not her own
    not their own
    rival
    rivals
    who never
    who did not
    who had not
    who has no right
    crosswise

# What does so before it as well.
incident-unmeant =
    by mistake
    by accident
    accidentally
    accidently
    accidentaly
    did not mean to
    didnt mean to
    was meant for
    were meant for
    meant to go to
    instead of the right

# Who sees it then, where only what is confidential or has just happened is harm.
incident-seen-by =
    everyone
    everybody
    whole company
    entire company
    whole team
    all staff
    all employees
    anyone with the link
    anyone
    public
    publicly
    website
    internet
    online
    outside the company
    outside
    outsiders
    vendors can see
    vendors could see
    whole office
    another candidate
    public drive

# What such people may not see.
incident-things =
    salary
    salaries
    payslip
    payroll
    customer data
    customer list
    client data
    personal data
    cv
    bank detail
    bank account
    passport
    id card
    password
    api key
    access token
    secret key
    credentials
    price list
    margin
    medical
    confidential
    restricted
    interview notes
    medical data
    staff data
    crm export
    employee data
    medical letter
    passport scan
    phone number
    passwords
    api keys
    cost price
    cost prices
    purchase prices
    payslips
    customer names
    customer contact
    nric
    private call
    private meeting
    price book
    passport number

# How somebody asks about the rules of such things, before the words of harm.
incident-asks =
    if
    in case
    when a
    when the
    what counts
    what is a
    what is an
    what happens
    how do we
    how do i prevent
    how to prevent
    how can we
    prevent
    avoid
    do we have to
    do i have to
    must
    may i
    can i
    can a
    can the
    could a
    could i
    is it ok
    is it allowed
    am i allowed
    are we allowed
    is it an
    after a
    who decides
    who has to
    should
    would
    test case
    does
    do you
    what do we learn
    example
    how long do we
    what to do if
    built a
    made a
    build a
    make a
    bot that
    app that
    flow that
    agent that
    register
    wrong answer a
    can it
    could it
    can they
    be hacked
    how does
    how do
    how can
    what is
    shut my
    shut our
    shut down
    shutting
    turn my

# Words anywhere by which only the rules are asked about.
incident-general =
    regulator
    authority
    authorities
    how many hours
    how quickly
    how fast
    how soon
    within how
    ok to
    allowed
    reviewer
    my solution was rejected
    policy on
    which tool
    another tool
    another ai
    other tool
    law
    laws
    72 hours
    in what time

# Words by which it has happened, or goes on.
incident-now =
    just
    i just
    found out
    noticed
    noticing
    realised
    realized
    discovered
    this morning
    yesterday
    last night
    last week
    today
    already
    has been
    have been
    for a week
    since
    i think
    we think
    suspect
    looks like
    overnight
    midnight
    just now
    minutes ago
    hours ago
    an hour ago
    suddenly

# Whom something can reach that was another one's …
incident-people =
    customer
    client
    shop
    store
    supplier
    vendor
    distributor
    partner
    company
    person
    employee
    applicant
    candidate
    account
    recipient
    address
    mailbox
    customers
    clients
    buyer
    recipients
    household
    guest
    caller
    user
    patient
    firm

# … and the words beside them by which it is not the one it belongs to.
incident-other =
    a different
    another
    other
    some other
    the other
    not the right
    not the correct
    not the intended
    unrelated
    wrong
    the wrong

# What belongs to one of them, so that it is harm with another.
incident-papers =
    invoice
    quote
    quotation
    offer
    contract
    statement
    order
    orders
    order history
    report
    receipt
    bill
    letter
    address
    price
    prices
    delivery note
    credit note
    phone number
    phone numbers
    balance
    passport scan
    booking
    ticket

# Words by which only the past is counted, or others are asked about.
incident-counts =
    how many leaks
    how many … leaks
    how many breaches
    how many … breaches
    how many incidents
    how many … incidents
    how many times
    how many … times
    how many cases
    how often
    statistics
    statistic
    stats
    number of
    how common
    how frequent
    have we ever
    did we ever
    did it ever
    has … ever
    have … ever
    was there ever
    were there any
    were there ever
    which companies
    which company
    at other companies
    did other companies
    have other companies
    per year
    per month
    percentage of
    trend
    history of
    famous
    numbers about
    figures on
    figures about
    biggest
    incidents in other

# People of the programme and what is agreed with them: to miss it is no harm by a solution.
incident-meetings =
    mentor
    mentors
    office hours
    appointment
    booking
    meeting
    session
    reviewer
    trainer
    coach

# What makes it one all the same.
incident-solutions =
    bot
    chatbot
    agent
    flow
    app
    automation
    tool
    model
    data
    ai
    copilot
    chatgpt
    file
    email
    mail
    database
    system
    invoice
    laptop
    computer
    account
    phone
    prompt
    salary
    payments

# Words by which somebody needs help now, whatever else is asked.
incident-cries =
    help
    urgent
    omg
    oh no
    shit
    damn
    what now
    what do i do
    what should i do
    right now
    now what
    what do we do
    what should we do
    what can i do now

# Ways to say all of it at once.
incident-others =
    somebody elses
    someone elses
    to somebody else
    to someone else
    one customer … another
    the other one
    each others
    each other's
    mixed up
    swapped

# Colleagues, whom only what is confidential must not reach.
incident-inside =
    team
    department
    branch
    colleague
    office

# A time of which somebody asks how it was.
incident-periods =
    last year
    last quarter
    last month
    this year
    this quarter
    so far

# How something is told to have come to somebody.
incident-arrivals =
    got
    received
    reached
    arrived
    came to

# What runs and can run wild.
incident-runners =
    bot
    bots
    chatbot
    agent
    agents
    flow
    flows
    automation
    scenario
    zap
    script
    macro
    app
    assistant
    solution
    copilot
    gpt
    workflow

# How something is told to go on and on.
incident-repeats =
    keeps … same
    keep … same
    keep on … same
    same … again and again
    again and again
    looping
    in a loop
    endless loop
    infinite loop
    duplicates
    duplicated
    copies already
    times already
    over already
    repeatedly
    nonstop
    keeps making
    keeps creating
    keeps generating
    keeps emailing
    keeps mailing
    keeps posting
    keeps ordering
    keeps opening
    keeps messaging
    keeps paying
    keeps replying
    keeps raising
    keeps booking
    keeps inviting
    keep creating
    keep sending
    keep making

# That nobody asked it to.
incident-alone =
    by itself
    on its own
    by its own
    nobody asked
    nobody told it
    no one asked
    without being asked
    without anyone
    without anybody
    without asking

# What it then does, beside the acts above.
incident-does =
    made
    created
    placed
    generated
    booked
    raised
    cancelled
    bought
    approving
    approved
    approves
    deleting
    cancelling
    canceling
    ordering
    paying
    accepting
    accepted
    rejecting
    rejected
    changing

# When it happened, so that it is no plan.
incident-times =
    last night
    overnight
    this morning
    this afternoon
    yesterday
    just now
    suddenly
    midnight
    out of nowhere
    an hour ago
    minutes ago
    over the weekend
    since last night
    since yesterday
    since this morning
    since midnight

# That it obeyed somebody who has no say.
incident-orders =
    followed an instruction
    followed the instruction
    followed instructions
    followed the instructions
    followed a command
    followed an order
    obeyed
    was tricked
    got tricked
    were tricked
    was fooled
    got fooled
    hidden instruction
    hidden instructions
    ordered the bot
    ordered my bot
    ordered our bot
    ordered the agent
    told the bot to
    told my bot to
    told our bot to
    told the agent to
    told my agent to
    told our agent to
    commanded

# How something is put into a tool.
incident-pastes =
    paste
    pasted
    pasting
    copy paste
    copy pasted
    copied
    put
    dumped
    dump
    uploaded
    upload
    typed
    entered
    shared
    gave
    fed
    dropped
    submitted
    keyed in

# That this has been done.
incident-done =
    just
    already
    yesterday
    last night
    this morning
    just now
    accidentally
    by accident
    by mistake
    oops
    alamak
    aiyo
    i pasted
    i copied
    i copy pasted
    i uploaded
    i dumped
    i typed
    i entered
    we pasted
    he pasted
    she pasted
    colleague pasted
    someone pasted
    somebody pasted
    intern pasted
    colleague dumped

# Tools of others, where it is out of our hands.
incident-tools =
    chatgpt
    chat gpt
    gpt
    gemini
    claude
    deepseek
    copilot
    perplexity
    grok
    ai tool
    ai chat
    free ai
    public ai
    google translate
    deepl

# What belongs into no such tool at all.
incident-keys =
    password
    passwords
    api key
    api keys
    access token
    secret key
    credentials
    private key
    pin code
    login details

# Accounts that may see more.
incident-approved =
    enterprise
    company account
    work account
    company workspace
    our workspace

# That others notice it.
incident-calls =
    calling
    are asking
    complaining
    complain
    complained
    shouting
    angry
    are upset

# Doubt that is no question about the rules.
incident-hedges =
    not sure if … worried
    not sure if
    not sure whether
    dont know if
    do not know if
    should i be worried
    i should be worried
    should be worried
    is this normal
    is that normal
    is it normal
    is this bad
    is that bad

# Who has no business with what is ours.
incident-outsiders =
    from outside
    outsider
    outsiders
    stranger
    strangers
    a competitor
    competitors
    unknown person

# That they have it.
incident-gets =
    got
    saw
    took
    received
    obtained
    downloaded
    has our
    have our

# Words that hurt.
incident-rude =
    rude
    rudely
    swearing
    swears
    cursing
    insulting
    insults
    offensive
    vulgar
    racist

# How it says that.
incident-answers =
    reply
    replies
    replying
    replied
    answers
    answering
    answered
    says
    saying
    said
    writes
    writing
    wrote
    tells
    telling
    told
    sends
    sending
    sent

# That what it said is not so.
incident-false =
    but it isnt
    but it is not
    but its not
    but it was not
    but it wasnt
    which is not true
    which isnt true
    but thats wrong
    though we never
    but we never

# That it took something away.
incident-deletes =
    deleted
    deleting
    wiped
    erased
    erasing
    overwrote
    overwritten
    removed
