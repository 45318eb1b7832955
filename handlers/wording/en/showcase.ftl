# What colleagues have built.

showcase-summary = See what colleagues have built
showcase-examples =
    What have others built?
    Share my solution in the showcase
showcase-intro = What colleagues have built:
showcase-empty = Nobody has told their story yet. Yours can be the first.
showcase-share = Share a solution of mine
showcase-none-approved = You can share a solution once it is approved; you have none yet.
showcase-form = Tell everybody about a solution
showcase-which = Which solution?
showcase-story = Your story
showcase-story-hint = What was the problem, what did you build, and what is better now?
showcase-submit = Share it
showcase-shared = Everybody can read it now. Thank you for sharing!
showcase-by = { $name } · { $on }
