package uk.mashhub.log;

/** Breaks 'the log knows nothing of ours'. */
class LogBrokenOnPurpose {
    uk.mashhub.model.id.ItemId item;
}
