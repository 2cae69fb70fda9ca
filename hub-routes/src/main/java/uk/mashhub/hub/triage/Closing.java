package uk.mashhub.hub.triage;

import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.storage.EnquiryRow;
import uk.mashhub.model.enquiry.Stage;
import uk.mashhub.model.vocabulary.Rating;

/** When an enquiry may be closed and opened again, and what it is then. */
final class Closing {
    private Closing() {}

    /** Refuses to close what is not done, and to open what is not closed; every other act passes. */
    static void check(Act act, Enquiry enquiry) {
        if (act instanceof Act.Close) {
            require(enquiry.stage() == Stage.DECIDED, "Record the decision for each child first.");
            require(enquiry.acts(Act.TellReferrer.class).findAny().isPresent(), "Tell the referrer the outcome first.");
        } else if (act instanceof Act.Reopen) {
            require(enquiry.stage() == Stage.CLOSED, "The enquiry is not closed.");
        }
    }

    /** Closed: it is on no queue, and nobody but the decision makers holds a view of it. */
    static EnquiryRow closed(Enquiry enquiry) {
        return enquiry.row().at(Stage.CLOSED);
    }

    /** Open again: agencies are asked on, or, of one that nobody has rated, it waits to be rated. */
    static EnquiryRow reopened(Enquiry enquiry) {
        return enquiry.row().at(enquiry.rating() == Rating.UNRATED ? Stage.RECEIVED : Stage.ENQUIRING);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new NotAllowed(otherwise);
        }
    }
}
