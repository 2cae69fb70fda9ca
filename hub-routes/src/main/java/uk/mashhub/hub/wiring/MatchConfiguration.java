package uk.mashhub.hub.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.hub.match.EnteredTwice;
import uk.mashhub.hub.match.PeopleBook;
import uk.mashhub.hub.match.PersonRecords;
import uk.mashhub.hub.match.Rekeying;
import uk.mashhub.hub.storage.EnquiryStore;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.storage.KeyUse;
import uk.mashhub.hub.storage.KeyWalk;
import uk.mashhub.hub.storage.PersonStore;
import uk.mashhub.match.BlockingKeys;
import uk.mashhub.match.Matcher;
import uk.mashhub.model.RandomSource;

/** Who is who: entering people, and giving those who were entered before the keys of today. */
@Configuration(proxyBeanMethods = false)
class MatchConfiguration {
    /** A second's work: a million people take some hours, and nobody waits for it. */
    private static final int REKEYED_AT_ONCE = 100;

    /** Some milliseconds each. */
    private static final int COMPARED_AT_ONCE = 50;

    @Bean
    Matcher matcher() {
        return Matcher.weighing();
    }

    @Bean
    PeopleBook peopleBook(
            PersonStore persons,
            EnquiryStore enquiries,
            KeyRing keys,
            Matcher matcher,
            TransactionTemplate transactions,
            MeterRegistry meters,
            Clock clock,
            RandomSource random) {
        PersonRecords records = new PersonRecords(persons, transactions, clock);
        return new PeopleBook(
                records,
                enquiries,
                blocking(keys),
                matcher,
                new CrowdedKeys(meters),
                new ImplausibleGroups(meters),
                random);
    }

    private static BlockingKeys blocking(KeyRing keys) {
        return new BlockingKeys(keys.secret(KeyUse.BLOCKING));
    }

    @Bean
    Rekeying rekeying(
            JdbcClient jdbc, PersonStore persons, KeyRing keys, TransactionTemplate transactions, Clock clock) {
        PersonRecords records = new PersonRecords(persons, transactions, clock);
        return new Rekeying(
                new KeyWalk(jdbc),
                records,
                blocking(keys),
                transactions,
                BlockingKeys.VERSION,
                REKEYED_AT_ONCE,
                Faults::ofOne);
    }

    @Bean
    EnteredTwice enteredTwice(
            JdbcClient jdbc,
            PersonStore persons,
            PeopleBook book,
            KeyRing keys,
            Matcher matcher,
            EnquiryLedger ledger,
            Partnership partnership,
            EnquiryStore enquiries,
            TransactionTemplate transactions,
            Clock clock,
            RandomSource random) {
        return new EnteredTwice(
                new KeyWalk(jdbc),
                new PersonRecords(persons, transactions, clock),
                book,
                blocking(keys),
                matcher,
                ledger,
                partnership,
                // The clock decides it again: an enquiry that cannot be decided takes back nothing of what protects.
                id -> enquiries.flip(id, clock.instant()),
                transactions,
                random,
                BlockingKeys.VERSION,
                COMPARED_AT_ONCE,
                Faults::ofOne);
    }
}
