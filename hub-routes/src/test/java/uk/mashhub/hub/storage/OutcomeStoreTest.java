package uk.mashhub.hub.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.storage.server.TestDatabase;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.DisclosureId;
import uk.mashhub.model.id.Principal;
import uk.mashhub.model.id.ReferralId;
import uk.mashhub.model.id.SourceId;

class OutcomeStoreTest {
    private static final Principal SCHOOL = new Principal("school-form");
    private static final String HOLDER = Holders.agency(new AgencyId("exampleshire-schools"));

    private final TestDatabase database = TestDatabase.shared();
    private final OutcomeStore outcomes = new OutcomeStore(database.app, database.vault, database.random);
    private final ReferralId referral = ReferralId.random(database.random);

    private void told(String text) {
        OutcomeStore.Outcome outcome =
                new OutcomeStore.Outcome(DisclosureId.random(database.random), text.getBytes(UTF_8));
        outcomes.put(referral, SCHOOL, HOLDER, outcome, Instant.EPOCH);
    }

    private Optional<String> read(Principal principal) {
        return outcomes.find(referral, principal).map(o -> new String(o.content(), UTF_8));
    }

    @Test
    void isReadByThePrincipalThatReferredAndNobodyElseAndTheNewestCounts() {
        new ReferralStore(database.app, database.vault)
                .add(
                        new ReferralRow(
                                referral,
                                Optional.empty(),
                                SCHOOL,
                                new SourceId("school-form"),
                                "council-marf-v1+json",
                                Instant.EPOCH),
                        HOLDER,
                        new byte[0]);
        assertThat(read(SCHOOL)).isEmpty();
        told("first");
        told("second");
        assertThat(read(SCHOOL)).contains("second");
        assertThat(read(new Principal("public-form"))).isEmpty();
    }
}
