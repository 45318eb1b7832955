# What the rules say to a question about what is allowed, and how such a question is put.

ruling-sees-yes = Yes: { $tools } may see { $classes } data.
ruling-sees-approval = Only once a reviewer has agreed: { $tools } may then see { $classes } data.
ruling-sees-no = No: { $tools } may not see { $classes } data.
ruling-by-tool = That depends on the tool. For { $classes } data: { $parts }.
ruling-by-data = That depends on the data. For { $tools }: { $parts }.
ruling-part-yes = yes ({ $names })
ruling-part-approval = once a reviewer has agreed ({ $names })
ruling-part-no = no ({ $names })
ruling-forbidden = No. { $because }
ruling-review = Only after a review of up to { $days } working days, at least in the { $tier } tier. { $because }
ruling-built = What you build with it needs a review of up to { $days } working days, at least in the { $tier } tier. { $because }
ruling-unless = Not at all, if this is so: { $because }

# Facts about the rules, where a question may ask for something else: true whatever was meant.
ruling-fact = { $about }: { $parts }.
ruling-fact-pair = { $tool } and { $classes } data
ruling-fact-data = { $classes } data
ruling-fact-yes = allowed
ruling-fact-approval = only once a reviewer has agreed
ruling-fact-no = never
ruling-fact-part-yes = allowed ({ $names })
ruling-fact-part-approval = only once a reviewer has agreed ({ $names })
ruling-fact-part-no = never ({ $names })
ruling-fact-unlisted = This holds for { $tools }. { $because }
ruling-fact-forbidden = A solution that does this is never allowed. { $because }
ruling-fact-review = A solution that does this is reviewed first, at least in the { $tier } tier. { $because }
ruling-implied = “{ $said }” counts as { $classes } data.

# How such a question is put; "…" stands for what it is about.
ruling-frames =
    may …
    can …
    could …
    is it ok to …
    is it ok if …
    is it okay to …
    is it okay if …
    is it fine to …
    is it alright to …
    is it alright if …
    would it be ok to …
    would it be ok if …
    would it be alright to …
    would it be alright if …
    is it allowed to …
    is it permitted to …
    am i allowed to …
    are we allowed to …
    am i permitted to …
    is … allowed
    is … ok
    is … okay
    is … permitted
    is … approved
    is … an approved tool
    is … allowed to see …
    is … allowed in …
    is … ok in …
    are … allowed
    are … ok
    are … permitted
    are … allowed in …
    … ok
    … okay
    … alright
    … allowed
    … permitted
    … yes or no
    yes or no …
    … yes or no ok
    … ok or not
    … allowed or not
    … can or not
    … can or cannot
    … can
    … can ah
    … can meh
    can or not …
    ok to …
    okay to …
    ok if …
    okay if …
    allowed to …
    is it cool to …
    are we ok to …
    am i ok to …
    i want to know if i can …
    i would like to know if i can …
    i want to know whether i may …
    i was wondering if i can …
    i was wondering if i may …
    just wondering if i can …
    do you know if i can …
    tell me if i can …
    … is that ok
    … is that okay
    … is that allowed
    … is it ok
    … is it okay
    … is it allowed
    … would that be ok
    … allowed or no
    … yes no
    is it fine if …
    are … ok in …
    are … okay in …
    is … okay in …
    … ok in …
    … okay in …
    … ok for …
    … ok with …
    … allowed in …

# Tools at large, where none is named.
ruling-any-tool =
    ai tool
    ai

# Words that change nothing about what such a question asks. Any other word keeps the rules silent.
ruling-small =
    build a solution that
    build a solution that can
    build a bot that
    build an app that
    make a bot that
    solution that
    solution that can
    bot that
    app that
    tool that
    agent that
    flow that
    share my solution
    share my app
    for our distributors
    for a distributor
    for suppliers
    i
    we
    my
    our
    a
    an
    the
    one
    in
    into
    on
    onto
    with
    through
    via
    by
    of
    for
    to
    at
    and
    or
    be
    use
    used
    using
    that uses
    which uses
    put
    paste
    pasted
    upload
    uploaded
    enter
    entered
    type
    copy
    give
    feed
    load
    process
    analyse
    analyze
    summarise
    summarize
    translate
    read
    see
    let
    work
    task
    company
    business
    data
    file
    list
    table
    sheet
    spreadsheet
    document
    record
    ai
    tool
    app
    bot
    chatbot
    flow
    agent
    automation
    solution
    model
    camera
    custom gpt
    team
    sales team
    department
    employee
    staff
    maker
    please
    new
    some
    any
    all
    also
    just
    now
    here
    directly
    automatically
    to write a reply
    to draft a reply
    to write a summary
    build a bot
    build a chatbot
    build an app
    build a flow
    build an agent
    build a tool
    build a solution
    make a bot
    make an app
    make a flow
    make a solution
    create a bot
    create an app
    create a flow
    drop
    stick
    add
    attach
    import
    insert
    dump
    throw
    push
    build with
    inside
    it
    them
    these
    those
    this
    that
    their
    his
    her
    us
    me
    company tool
    at work
    for work
    quickly
    quick
    maybe
    actually
    really
    still
    want
    would
    so
    run
    just for a quick test
    for a quick test

# Words of making something, which change nothing where no data is named: "make contracts" is another question.
ruling-making =
    build
    make
    create

# What a question about a solution speaks of; without it, a person may be meant who does the thing by hand.
ruling-solution =
    ai
    bot
    chatbot
    agent
    app
    flow
    automation
    solution
    model
    tool
    custom gpt
    build
    make
    create
    camera

# What is only polite, at either end of a question or within it.
ruling-courtesy =
    hi
    hi there
    hi team
    hi all
    hi guys
    hi everyone
    hello
    hello team
    hello there
    hello all
    hey
    hey team
    hey guys
    hey there
    good morning
    good afternoon
    good evening
    dear team
    dear all
    team
    guys
    everyone
    folks
    bro
    boss
    sis
    sir
    madam
    quick question
    just a quick question
    one question
    question
    just checking
    just to check
    sorry
    excuse me
    please
    pls
    plz
    kindly
    thanks
    thanks a lot
    thanks in advance
    thank you
    thank you so much
    thank you very much
    many thanks
    thx
    ty
    tq
    tks
    cheers
    appreciate it
    lah
    leh
    lor
    hor
    ah
    eh
    meh
    po
    ba
    guildmate
    best regards
    kind regards
    regards
    quick one
    sorry to bother you
    sorry to bother
    have a nice day
    have a good day
    hope you are well
    hope you are all well
    greetings
    in advance
    much appreciated
    best
    good day
    dear guildmate
    btw
    by the way
    wait
    oh
    oh wait
    hm
    hmm
    um
    gaes
    gais
    admin
    mate
    dude
    bros
    yall
    liao
    lo
    dear

# Words by which a question may ask for permission.
ruling-asks =
    may
    can
    could
    ok
    okay
    okey
    alright
    fine
    allowed
    allow
    permitted
    permission
    approved
    approval
    yes or no
    forbidden
    prohibited
    banned
    not allowed
    cannot
    safe
    which tool
    what tool
    which tools
    pwede
    puwede
    pede
    bawal
    should
    need approval
    need permission
    do i need approval

# Words by which a question asks for what no rule decides.
ruling-elsewhere =
    delete
    deleted
    deleting
    remove access
    cancel
    cancelled
    licence
    license
    cost
    price
    how much
    how many
    how long
    how often
    who
    whose
    owner
    get access
    have access
    request access
    register
    registered
    registration
    report
    reporting
    reported
    leaked
    leak
    by mistake
    accidentally
    already
    what now
    stop using
    mentor
    training
    course
    help me
    log in
    copyrighted
    copyright
    trained on
    without approval

# Data that is not as it was.
ruling-altered =
    anonymised
    anonymized
    anonymous
    anonymise
    anonymize
    masked
    mask
    redacted
    redact
    dummy
    fake
    made up
    synthetic
    blurred
    encrypted
    pseudonymised
    pseudonymized
    without name
    without the name
    removed
    remove
    removing
    hashed
    aggregated
    test data

# Words by which a question asks for the class of data.
ruling-class =
    confidential
    restricted
    internal
    public
    class
    classified
    classification
    data class
    sensitive

# Words by which a question only goes on from the one before.
ruling-follow =
    if a reviewer says ok
    if a reviewer agrees
    if the reviewer says ok
    if the reviewer agrees
    if a reviewer approves
    if a reviewer approves it
    if my reviewer says ok
    once a reviewer has agreed
    with a reviewers ok
    and
    and in
    and for
    and what about
    and how about
    what about
    how about
    what if i use
    what if it is
    what if they are
    or
    also
    then
    but
    with
    same for
    same with
    instead
    if i use
    if we use
    what abt
    wat about
    wat abt
    how abt
    hows
    how is
    if
    if its
    if it is
    if it
    if i switch to
    if we switch to
    if i move to
    switch to
    ok so
    ok and
    so
    how
    how then
    then how
    still
    paano
    paano kung
    paano naman
    kung
    eh sa
    sa
    how if
    what with
    same thing for
    same thing with
    same in
    same goes for
    is it the same for
    is it the same with
    is it same for
    likewise
    or maybe
    naman
    ok or not
    can or not
    or not
    in that case
    say
    lets say
    suppose
    n
    wat if
    what if
    what if we use
    can anot
    anot

# Words by which a question asks which data, or which tool.
ruling-which =
    what
    which
    what data
    which data
    what kind of data
    what class of data
    where

# Words by which a question asks how, when, where or why.
ruling-way =
    how
    how do i
    when
    why
    where

# Words for a tool of one's own, or without pay, after another was asked about.
ruling-free =
    free
    free one
    the free one
    free version
    free plan
    free tier
    free account
    personal
    personal one
    personal account
    private account
    my own account
    own account
    gmail
    personal gmail
    private gmail
    my gmail
    personal login
    own login
    my own one

# Words for that of the company.
ruling-company =
    company
    company one
    company account
    company version
    company plan
    enterprise
    enterprise one
    enterprise version
    enterprise plan
    work account

# Words for one that is paid for, by whomever.
ruling-paid =
    paid
    paid one
    paid plan
    paid version
    pro
    plus
    pro version
    premium
    premium plan
    subscription

# Words right before a name that deny it.
ruling-denied =
    not
    never
    no
    without
    doesnt
    dont
    isnt
    cannot
    nobody lets it
    no longer

# Words by which people do it themselves, or the solution only prepares it.
ruling-by-people =
    by hand
    manually
    without ai
    without a bot
    by a person
    by a human
    by people
    by hr
    hr people
    by their manager
    person checks every
    person checks each
    human checks every
    somebody checks every
    prepare
    prepares
    prepared
    propose
    proposes
    proposed
    suggest
    suggests
    draft
    drafts
    a person releases
    a person pays
    attention

# Words by which a follow-up asks, beside those that ask for permission.
ruling-follow-asks =
    can or not
    or not
    yes
    also
    too
    as well
    then
    instead
    either
    anot
    can anot
    in
    into
    with
    via
    on
    for

# Words that tell of something that runs, or ask whether to begin at once.
ruling-runs =
    flow
    flows
    workflow
    schedule
    scheduled
    automation
    automate
    automatically
    agent
    bot
    chatbot
    app
    macro
    scenario
    zap
    every day
    every night
    every morning
    every week
    every month
    every hour
    every monday
    every friday
    daily
    weekly
    monthly
    nightly
    hourly
    by itself
    on its own
    wait for approval
    wait for the approval
    wait for approvals
    need approval
    need to register
    must register
    just go
    go ahead
    straight away
    right away
    just start
    just do
    just use
    go live
