package uk.mashhub.hub.enquiry;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.vocabulary.Purpose;

/**
 * What one source was asked in an enquiry, and whether that covers what it would be asked now. A source that refused is
 * asked again once the enquiry rests on something else, such as section 47 or agreement; any source is, about people
 * whom it was not asked about. Going down to less than section 47 asks nobody again.
 */
final class AskedBefore {
    private final List<EnquiryFact.Asked> asked;
    private final Set<QuestionId> refused = new HashSet<>();

    AskedBefore(Enquiry enquiry, SourceId source) {
        this.asked = enquiry.facts(EnquiryFact.Asked.class)
                .filter(a -> a.source().equals(source))
                .toList();
        enquiry.facts(EnquiryFact.Answered.class)
                .filter(a -> a.source().equals(source))
                .forEach(this::note);
    }

    /** The last word counts: what is unavailable, or answered after all, is not refused. */
    private void note(EnquiryFact.Answered answer) {
        if (answer.kind() == Answer.Kind.REFUSED) {
            refused.add(answer.question());
        } else {
            refused.remove(answer.question());
        }
    }

    boolean never() {
        return asked.isEmpty();
    }

    /**
     * Whether asking now would be asking the same again.
     *
     * @param rule which rule allows it now
     * @param people whom it would be about
     */
    boolean covers(Purpose purpose, String rule, Collection<PersonId> people) {
        Set<PersonId> strangers = new HashSet<>(people);
        asked.stream()
                .filter(a -> !refused.contains(a.question()) || !isBetter(a, purpose, rule))
                .forEach(a -> a.people().forEach(strangers::remove));
        return strangers.isEmpty();
    }

    /** Whether the source, which refused the question, may see it otherwise now. */
    private static boolean isBetter(EnquiryFact.Asked before, Purpose purpose, String rule) {
        boolean lowered = before.purpose().atLeastSection47() && !purpose.atLeastSection47();
        return !lowered && !before.rule().equals(rule);
    }
}
