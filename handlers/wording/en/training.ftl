# The training, week by week.

training-summary = Follow the training
training-examples =
    My training
    What is my next module?
training-none = The handbook lists no training modules yet.
training-progress = **{ $done } of { $all } modules done.**
training-all-done = **All { $all } modules done.** Well done!
training-week = **Week { $week }**
training-length = Week { $week } · { $minutes } minutes
training-open = To do
training-done = Done
training-mark = Mark as done
training-marked = Done: { $module }.
training-marked-before = { $module } was marked as done before.
training-next = Next:
training-read = Read these pages
training-no-module = This module is no longer part of the training.
training-needed = { $reference } { $name } is in the tier { $tier }, which asks for: { $modules }.
