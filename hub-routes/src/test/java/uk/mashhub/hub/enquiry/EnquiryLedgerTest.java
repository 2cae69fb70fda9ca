package uk.mashhub.hub.enquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.storage.Inputs;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.vocabulary.SubjectRole;

/** What is known of a locked enquiry is what is in its ledger, and nothing else. */
class EnquiryLedgerTest {
    private static final AgencyId POLICE = new AgencyId("exampleshire-police");
    private static final EnquiryFact FACT =
            new EnquiryFact.NotAsked(POLICE, new SourceId("police-records"), "not to be asked");

    private final SmallHub hub = SmallHub.started();
    private final EnquiryId id =
            hub.refer(List.of(People.family().person("Maya", 2016, SubjectRole.INDEX_CHILD)), List.of());

    @Test
    void whatIsAppendedUnderTheLockIsThereAsItIsReadLater() {
        Enquiry under = hub.in(() -> {
            hub.ledger.lock(id);
            hub.ledger.append(id, POLICE, FACT);
            return hub.ledger.lock(id);
        });
        assertThat(under.facts(EnquiryFact.NotAsked.class)).contains((EnquiryFact.NotAsked) FACT);
        assertThat(hub.in(() -> hub.ledger.lock(id))).isEqualTo(under);
    }

    /** Two stewards: what the first of them says is tried before it is known whether it counts. */
    @Test
    void whatWasOnlyTriedIsNotThere() {
        TransactionTemplate trial = hub.database.inApp();
        trial.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        hub.in(() -> {
            Enquiry before = hub.ledger.lock(id);
            trial.executeWithoutResult(status -> {
                status.setRollbackOnly();
                hub.ledger.append(id, POLICE, FACT);
                assertThat(hub.ledger.lock(id)).isNotEqualTo(before);
            });
            assertThat(hub.ledger.lock(id)).isEqualTo(before);
            return true;
        });
    }

    @Test
    void nothingIsDecidedOnWhatIsNotAllThatThereIs() {
        Inputs inputs = new Inputs(hub.database.app);
        hub.in(() -> {
            Enquiry read = hub.ledger.lock(id);
            Inputs.Versions versions = inputs.of(id);
            inputs.refuseIfNotAll(versions, read.newest());
            assertThatThrownBy(() -> inputs.refuseIfNotAll(versions, read.newest() + 1))
                    .isInstanceOf(Inputs.Moved.class);
            return true;
        });
    }
}
