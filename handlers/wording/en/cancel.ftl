# What is cancelled, put off or left as it is, and the words for it.

cancel-waits = This is not finished yet. What shall become of it?
cancel-more = More is unfinished than is shown here. Once one of these is done or thrown away, the next one takes its place.
cancel-changes = Changes to { $reference }
cancel-evidence = Evidence for { $reference }
cancel-leave = Leave it
cancel-discard = Throw it away
cancel-discard-confirm = Throw away what you answered here? It cannot be brought back.
cancel-discarded = Thrown away. What was registered or handed in before stays as it was.
cancel-nothing = Nothing waits here, so there is nothing to cancel. A form that you have not sent does nothing: it books no time. What you have booked and registered is on your overview.
cancel-put-off = All right, nothing was booked and nothing was begun.

# Forms that may be named beside a wish to cancel.
cancel-forms =
    registration
    the registration
    registering
    form
    draft
    changes
    evidence
    what i started
    what i began

# Words by which somebody gives a booking back, or asks after it.
cancel-undoes =
    cancel
    call off
    calling off
    drop
    remove
    delete
    undo
    reschedule
    postpone
    move
    give back
    get rid of
    remind me
    remind me of
    remind me about
    reminder
    a reminder
    remember
    dont need
    do not need

# What is booked.
cancel-bookings =
    booking
    bookings
    appointment
    appointments
    session
    sessions
    office hours
    mentor slot
    slot
    mentor
    mentoring
    mentor meeting
    mentor call

# Words by which somebody wants nothing to be booked, begun or recalled.
cancel-not-now =
    dont book
    do not book
    not book
    dont schedule
    do not schedule
    dont make an appointment
    no need to book
    no booking
    stop booking
    dont reserve
    do not reserve
    dont remind
    do not remind
    no reminder
    no reminders
    no need to remind
    dont register
    do not register
    dont start
    do not start
    dont begin
    i did not want to book
    i didnt want to book
    not booking

# What puts off by itself, without a word of what.
cancel-later =
    later
    maybe later
    later on
    not now
    not today
    another time
    some other time
    next time
    do it later
    i will do it later
    ill do it later

# Words that change nothing beside these.
cancel-beside =
    my
    the
    a
    an
    any
    anything
    of
    about
    for
    with
    to
    on
    at
    me
    us
    i
    want to
    wanna
    need to
    have to
    would like to
    id like to
    can you
    could you
    tomorrow
    today
    tonight
    this
    next
    week
    monday
    tuesday
    wednesday
    thursday
    friday
    morning
    afternoon
    yet
    right now
    so
    and
    wait
    one
    time
    times
    still
    again
    later
    up
    as well
    either
