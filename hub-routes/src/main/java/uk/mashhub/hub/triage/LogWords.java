package uk.mashhub.hub.triage;

import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.log.Draft;

/** The log's word for each act. */
final class LogWords {
    private LogWords() {}

    static uk.mashhub.log.Act of(Act act) {
        if (act instanceof Act.OwnItem own) {
            return switch (own.kind()) {
                case RELEASE -> uk.mashhub.log.Act.RELEASE;
                case HOLD, UNHOLD -> uk.mashhub.log.Act.HOLD;
                case WORDING -> uk.mashhub.log.Act.WORDING;
                case RECALL -> uk.mashhub.log.Act.RECALL;
            };
        }
        if (act instanceof Act.SettleLink link) {
            return link.same() ? uk.mashhub.log.Act.LINK : uk.mashhub.log.Act.UNLINK;
        }
        return simple(act);
    }

    /** The purpose that an act sets, so that the log can count who raised one (ruling 5). */
    static String purpose(Act act) {
        return act instanceof Act.SetPurpose set ? set.purpose().name() : Draft.NO_PURPOSE;
    }

    private static uk.mashhub.log.Act simple(Act act) {
        if (act instanceof Act.Rate) {
            return uk.mashhub.log.Act.RATING;
        } else if (act instanceof Act.SetPurpose) {
            return uk.mashhub.log.Act.PURPOSE;
        } else if (act instanceof Act.RecordAgreement) {
            return uk.mashhub.log.Act.AGREEMENT;
        } else if (act instanceof Act.RecordOverride) {
            return uk.mashhub.log.Act.OVERRIDE;
        } else if (act instanceof Act.WithdrawOverride) {
            return uk.mashhub.log.Act.OVERRIDE_WITHDRAWN;
        } else if (act instanceof Act.DecideChild) {
            return uk.mashhub.log.Act.CHILD_DECISION;
        } else if (act instanceof Act.TellReferrer) {
            return uk.mashhub.log.Act.FEEDBACK;
        } else if (act instanceof Act.Close) {
            return uk.mashhub.log.Act.CLOSING;
        } else if (act instanceof Act.Reopen) {
            return uk.mashhub.log.Act.REOPENING;
        } else if (act instanceof Act.AnswerByHand) {
            return uk.mashhub.log.Act.HAND_ANSWER;
        } else if (act instanceof Act.RaiseFlag) {
            return uk.mashhub.log.Act.FLAG;
        } else if (act instanceof Act.AskAgain) {
            return uk.mashhub.log.Act.AGENCY_ASKED;
        } else if (act instanceof Act.BringIn) {
            return uk.mashhub.log.Act.LINK;
        } else if (act instanceof Act.TakeOut) {
            return uk.mashhub.log.Act.UNLINK;
        }
        return uk.mashhub.log.Act.CONFLICT;
    }
}
