"""How one solution is shown, whichever command shows it; part of every command's reply."""
