package uk.mashhub.hub.assemble;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.enquiry.ChildDecision;
import uk.mashhub.model.id.PersonId;

/** The decision for each child; the latest counts. One that an answer overtook is marked as made without it (ruling 32). */
final class ChildDecisions {

    List<ChildDecision> fold(Enquiry enquiry) {
        Map<PersonId, ChildDecision> byChild = new LinkedHashMap<>();
        for (Enquiry.Entry entry : enquiry.entries()) {
            if (entry.fact() instanceof EnquiryFact.Acted acted
                    && acted.act() instanceof Act.DecideChild d
                    && stands(enquiry, d.child())) {
                byChild.put(
                        d.child(),
                        new ChildDecision(d.child(), d.outcomes(), d.rationale(), d.dissent(), entry.at(), false));
            } else if (entry.fact() instanceof EnquiryFact.Answered a && arrived(a.kind())) {
                byChild.replaceAll((child, decision) -> overtaken(decision));
            }
        }
        return List.copyOf(byChild.values());
    }

    /** What was decided while the contact could not be read was decided about nobody. */
    private static boolean stands(Enquiry enquiry, PersonId child) {
        return enquiry.referral().isEmpty() || !UnreadableContact.isNobody(enquiry, child);
    }

    /** An answer without a record counts as one with records does: else the mark would tell which it was (ruling 11). */
    private static boolean arrived(Answer.Kind kind) {
        return kind == Answer.Kind.ANSWERED || kind == Answer.Kind.NO_RECORD;
    }

    private static ChildDecision overtaken(ChildDecision d) {
        return new ChildDecision(d.child(), d.outcomes(), d.rationale(), d.dissent(), d.at(), true);
    }
}
