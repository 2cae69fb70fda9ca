package uk.mashhub.hub.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.builder.RouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.hub.governance.RetentionDesk;
import uk.mashhub.hub.match.PeopleBook;
import uk.mashhub.hub.retention.Erasing;
import uk.mashhub.hub.retention.Expiring;
import uk.mashhub.hub.retention.RetentionPlan;
import uk.mashhub.hub.retention.RetentionSchedules;
import uk.mashhub.hub.storage.AgeReviews;
import uk.mashhub.hub.storage.ConflictStore;
import uk.mashhub.hub.storage.DestroyedKeys;
import uk.mashhub.hub.storage.Erasures;
import uk.mashhub.hub.storage.KeyRetirement;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.storage.LegalHolds;
import uk.mashhub.hub.storage.LockedFile;
import uk.mashhub.hub.storage.RetentionLooks;
import uk.mashhub.hub.storage.TermStore;
import uk.mashhub.hub.storage.Vault;
import uk.mashhub.model.RandomSource;

/** How long enquiries are kept, and how they go. */
@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionConfiguration.class);

    @Bean
    RetentionSchedules retentionSchedules(HubProperties hub) {
        return RetentionSchedules.load(hub.configDir().resolve("retention.yaml"));
    }

    @Bean
    LegalHolds legalHolds(JdbcClient jdbc, Vault vault, RandomSource random) {
        return new LegalHolds(jdbc, vault, random);
    }

    @Bean
    AgeReviews ageReviews(JdbcClient jdbc) {
        return new AgeReviews(jdbc);
    }

    @Bean
    Erasures erasures(JdbcClient jdbc) {
        return new Erasures(jdbc);
    }

    @Bean
    RetentionPlan retentionPlan(
            RetentionSchedules schedules,
            EnquiryLedger ledger,
            PeopleBook book,
            LegalHolds holds,
            AgeReviews reviews,
            JdbcClient jdbc,
            Clock clock) {
        return new RetentionPlan(schedules, ledger, book, holds, reviews, new RetentionLooks(jdbc), clock);
    }

    @Bean
    Erasing erasing(
            Partnership partnership,
            Erasures erasures,
            EnquiryLedger ledger,
            RetentionPlan plan,
            JdbcClient jdbc,
            JdbcTransactionManager manager,
            KeyRing keys,
            Vault vault,
            DestroyedKeys destroyedKeys,
            Audit audit,
            Clock clock) {
        KeyRetirement retirement = new KeyRetirement(jdbc, manager, keys, vault, destroyedKeys);
        return new Erasing(partnership, erasures, ledger, plan, retirement, audit, manager, clock);
    }

    @Bean
    Expiring expiring(
            RetentionSchedules schedules, JdbcClient jdbc, Audit audit, TransactionTemplate transactions, Clock clock) {
        return new Expiring(schedules, new TermStore(jdbc), audit, transactions, clock);
    }

    @Bean
    RetentionDesk retentionDesk(
            RetentionPlan plan,
            Expiring expiring,
            Erasing erasing,
            Erasures erasures,
            LegalHolds holds,
            AgeReviews reviews,
            EnquiryLedger ledger,
            ConflictStore conflicts,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock,
            RandomSource random) {
        return new RetentionDesk(
                plan,
                expiring,
                erasing,
                erasures,
                holds,
                reviews,
                ledger,
                conflicts,
                audit,
                transactions,
                clock,
                random);
    }

    /** What is approved is carried out within seconds, and gone on with after a crash. */
    @Bean
    RouteBuilder retentionRoutes(Erasing erasing, HubProperties hub) {
        Path lock = hub.dataDir().resolve("erasing.lock");
        AtomicReference<String> fault = new AtomicReference<>("");
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("timer:retention?period=5000&delay=5000")
                        .routeId("retention")
                        .process(e -> told(fault, outcome(erasing, lock)));
            }
        };
    }

    /** What went wrong, without any value; empty if nothing did. */
    static String outcome(Erasing erasing, Path lock) {
        try {
            // Of several hubs one: what it finds damaged stands in its proof, and in no other's.
            LockedFile.unlessAnother(lock, erasing::run);
            return "";
        } catch (RuntimeException | IOException e) {
            return Faults.words(e);
        }
    }

    /** A fault that lasts is written once. */
    private static void told(AtomicReference<String> fault, String now) {
        String before = Objects.requireNonNullElse(fault.getAndSet(now), "");
        if (!now.isEmpty() && !now.equals(before)) {
            LOG.error("an erasure does not go on: {}", now);
        }
    }
}
