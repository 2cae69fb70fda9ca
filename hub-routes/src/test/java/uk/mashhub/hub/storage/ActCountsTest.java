package uk.mashhub.hub.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.SubjectRole;

/** What the desk writes in the log is what is counted (ruling 5). */
class ActCountsTest {
    private static final Set<AgencyId> HEALTH = Set.of(new AgencyId("exampleshire-health"));

    private final SmallHub hub = SmallHub.started();
    private final ActCounts counts = new ActCounts(hub.database.app);
    private final EnquiryId enquiry =
            hub.refer(List.of(People.family().person("Maya", 2016, SubjectRole.INDEX_CHILD)), List.of());
    private final SignedIn dana = hub.somebody("council-decision");
    private final SignedIn hasan = hub.somebody("council-decision");
    private final SignedIn sam = hub.somebody("council-screening");

    private List<ActCounts.Count> of(SignedIn who, String... teams) {
        return counts.of(List.of(teams)).stream()
                .filter(c -> c.agent().equals(who.user().toString()))
                .toList();
    }

    private void does(SignedIn who, Act act) {
        assertThat(hub.act(who, enquiry, act)).isEmpty();
    }

    @Test
    void countsEachPersonsOverridesWithdrawalsAndRaisedPurposes() {
        does(dana, new Act.RecordOverride(HEALTH, "He may be ill.", 1));
        does(dana, new Act.RecordOverride(HEALTH, "He may still be ill.", 1));
        does(dana, new Act.WithdrawOverride(HEALTH, "He is well."));
        does(hasan, new Act.SetPurpose(Purpose.S17, "Help is wanted."));
        does(hasan, new Act.SetPurpose(Purpose.S47, "He says he is hit."));
        does(hasan, new Act.SetPurpose(Purpose.STRATEGY, "The police agree."));

        String agent = dana.user().toString();
        assertThat(of(dana, "council-decision")).containsExactly(new ActCounts.Count(agent, 2, 1, 0));
        assertThat(of(hasan, "council-decision"))
                .containsExactly(new ActCounts.Count(hasan.user().toString(), 0, 0, 2));
    }

    @Test
    void countsNeitherWhatWasRefusedNorWhatOtherTeamsDid() {
        assertThat(hub.act(sam, enquiry, new Act.RecordOverride(HEALTH, "He may be ill.", 1)))
                .isPresent();
        does(dana, new Act.RecordOverride(HEALTH, "He may be ill.", 1));

        assertThat(of(sam, "council-decision", "council-screening")).isEmpty();
        assertThat(of(dana, "council-screening")).isEmpty();
        assertThat(counts.of(List.of())).isEmpty();
    }
}
