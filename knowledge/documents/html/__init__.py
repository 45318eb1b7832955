"""HTML as a person sees it: what folds or warns is content, what is hidden or struck is not."""
