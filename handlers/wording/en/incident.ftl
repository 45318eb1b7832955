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

# What does so before it as well.
incident-unmeant =
    by mistake
    by accident
    accidentally
    accidently
    accidentaly
    did not mean to
    didnt mean to

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
    right now
    omg
    help
    urgent
    oh no
    shit
    damn
    what now
    what do i do
    what should i do
    already
    has been
    have been
    for a week
    since
    i think
    we think
    suspect
    looks like
