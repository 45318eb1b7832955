# How people report harm; "…" stands for some words between.
incident-words =
    leaked
    leaking
    data leak
    leaks data
    data breach
    got breached
    sent … wrong
    sends … wrong
    sending … wrong
    emailed … wrong
    mailed … wrong
    messaged … wrong
    posted … wrong
    replied … wrong
    showed … wrong
    shared … wrong
    went … wrong customer
    went … wrong person
    went … wrong people
    wrong customer got
    wrong person got
    paid … twice
    paid … wrong
    charged … twice
    transferred … wrong
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
    visible to everyone
    everyone can see … data
    by mistake
    by accident
    accidentally
    has deleted
    just deleted
    bot deleted
    agent deleted
    flow deleted
    i put … what now
    i pasted … what now
    already pasted
    what do i do … wrong
    is broken
    has broken
    stopped working
    is not working any more
