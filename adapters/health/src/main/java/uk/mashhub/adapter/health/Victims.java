package uk.mashhub.adapter.health;

import java.util.List;
import org.hl7.fhir.r4.model.Flag;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.health.fhir.BundleIndex;
import uk.mashhub.model.vocabulary.SubjectRole;

/** Makes somebody a victim, or a parent, only where the code of a flag says so in as many words (domain notes 3). */
final class Victims {
    private static final String HAS_CHILD_ON_PLAN = "864491000000105";

    private Victims() {}

    static void mark(BundleIndex index, BarsPeople people) throws Unreadable {
        for (Flag flag : index.all(Flag.class)) {
            List<String> codes = Coded.codes(List.of(flag.getCode()));
            if (codes.stream().anyMatch(ConcernCodes.VICTIMS::contains)) {
                people.is(people.of(flag.getSubject(), flag), SubjectRole.VICTIM);
            }
            if (codes.contains(HAS_CHILD_ON_PLAN)) {
                people.is(people.of(flag.getSubject(), flag), SubjectRole.PARENT);
            }
        }
    }
}
