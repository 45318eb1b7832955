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
ruling-review = Only after a review of up to { $days } working days, at least in the { $tier } tier: { $because }
ruling-built = What you build with it needs a review of up to { $days } working days, at least in the { $tier } tier: { $because }
ruling-unless = Not at all, if this is so: { $because }

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
