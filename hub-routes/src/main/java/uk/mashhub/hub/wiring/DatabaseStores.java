package uk.mashhub.hub.wiring;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import uk.mashhub.hub.storage.ActCounts;
import uk.mashhub.hub.storage.ActsSeen;
import uk.mashhub.hub.storage.Attempts;
import uk.mashhub.hub.storage.BreakGlassStore;
import uk.mashhub.hub.storage.ConflictStore;
import uk.mashhub.hub.storage.DestroyedKeys;
import uk.mashhub.hub.storage.EnquiryStore;
import uk.mashhub.hub.storage.Inbox;
import uk.mashhub.hub.storage.Inputs;
import uk.mashhub.hub.storage.KeptLinkStore;
import uk.mashhub.hub.storage.KeyEpochs;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.storage.Outbox;
import uk.mashhub.hub.storage.OutcomeStore;
import uk.mashhub.hub.storage.PersonStore;
import uk.mashhub.hub.storage.PgEntryStore;
import uk.mashhub.hub.storage.PolicyHeadStore;
import uk.mashhub.hub.storage.PolicyStore;
import uk.mashhub.hub.storage.QuarantineStore;
import uk.mashhub.hub.storage.QuestionStore;
import uk.mashhub.hub.storage.ReferralStore;
import uk.mashhub.hub.storage.SaltStore;
import uk.mashhub.hub.storage.SharingStops;
import uk.mashhub.hub.storage.TeamRoles;
import uk.mashhub.hub.storage.TraceStore;
import uk.mashhub.hub.storage.Vault;
import uk.mashhub.hub.storage.ViewLinks;
import uk.mashhub.hub.storage.ViewReader;
import uk.mashhub.hub.storage.ViewStore;
import uk.mashhub.model.RandomSource;

/** The stores. All are the journey's but {@link ViewReader}, which alone has the readers' connections. */
@Configuration(proxyBeanMethods = false)
public class DatabaseStores {

    @Bean
    EnquiryStore enquiryStore(JdbcClient jdbc, Vault vault, RandomSource random) {
        return new EnquiryStore(jdbc, vault, random);
    }

    @Bean
    Inputs inputs(JdbcClient jdbc) {
        return new Inputs(jdbc);
    }

    @Bean
    KeptLinkStore keptLinkStore(JdbcClient jdbc) {
        return new KeptLinkStore(jdbc);
    }

    @Bean
    PersonStore personStore(JdbcClient jdbc, Vault vault, RandomSource random) {
        return new PersonStore(jdbc, vault, random);
    }

    @Bean
    ReferralStore referralStore(JdbcClient jdbc, Vault vault) {
        return new ReferralStore(jdbc, vault);
    }

    @Bean
    OutcomeStore outcomeStore(JdbcClient jdbc, Vault vault, RandomSource random) {
        return new OutcomeStore(jdbc, vault, random);
    }

    @Bean
    ActCounts actCounts(JdbcClient jdbc) {
        return new ActCounts(jdbc);
    }

    @Bean
    QuestionStore questionStore(JdbcClient jdbc, Vault vault) {
        return new QuestionStore(jdbc, vault);
    }

    @Bean
    ViewLinks viewLinks(JdbcClient jdbc, Vault vault, RandomSource random) {
        return new ViewLinks(jdbc, vault, random);
    }

    @Bean
    ViewStore viewStore(JdbcClient jdbc, Vault vault, RandomSource random) {
        return new ViewStore(jdbc, vault, random);
    }

    @Bean
    ViewReader viewReader(
            @Qualifier("webDataSource") DataSource webDataSource,
            @Qualifier("webTransactionManager") JdbcTransactionManager webTransactionManager,
            Vault vault,
            RandomSource random) {
        return new ViewReader(JdbcClient.create(webDataSource), webTransactionManager, vault, random);
    }

    @Bean
    TeamRoles teamRoles(JdbcClient jdbc) {
        return new TeamRoles(jdbc);
    }

    @Bean
    TraceStore traceStore(JdbcClient jdbc, Vault vault, RandomSource random) {
        return new TraceStore(jdbc, vault, random);
    }

    @Bean
    KeyEpochs keyEpochs(JdbcClient jdbc, KeyRing keys, DestroyedKeys destroyedKeys) {
        return new KeyEpochs(jdbc, keys, destroyedKeys);
    }

    @Bean
    Inbox inbox(JdbcClient jdbc, KeyRing keys) {
        return new Inbox(jdbc, keys);
    }

    @Bean
    Outbox outbox(JdbcClient jdbc, JdbcTransactionManager manager, Clock clock, RandomSource random) {
        return new Outbox(jdbc, manager, clock, random, Traces::current);
    }

    @Bean
    QuarantineStore quarantineStore(JdbcClient jdbc, Vault vault, KeyRing keys, RandomSource random) {
        return new QuarantineStore(jdbc, vault, keys, random);
    }

    @Bean
    Attempts attempts(JdbcClient jdbc, JdbcTransactionManager manager, KeyRing keys) {
        return new Attempts(jdbc, manager, keys);
    }

    @Bean
    PgEntryStore entryStore(JdbcClient jdbc, JdbcTransactionManager manager) {
        return new PgEntryStore(jdbc, manager);
    }

    @Bean
    SaltStore saltStore(JdbcClient jdbc, Vault vault, RandomSource random) {
        return new SaltStore(jdbc, vault, random);
    }

    @Bean
    PolicyHeadStore policyHeadStore(JdbcClient jdbc) {
        return new PolicyHeadStore(jdbc);
    }

    @Bean
    PolicyStore policyStore(JdbcClient jdbc) {
        return new PolicyStore(jdbc);
    }

    @Bean
    SharingStops sharingStops(JdbcClient jdbc) {
        return new SharingStops(jdbc);
    }

    @Bean
    BreakGlassStore breakGlassStore(JdbcClient jdbc, Vault vault) {
        return new BreakGlassStore(jdbc, vault);
    }

    @Bean
    ConflictStore conflictStore(JdbcClient jdbc, RandomSource random) {
        return new ConflictStore(jdbc, random);
    }

    @Bean
    ActsSeen actsSeen(JdbcClient jdbc) {
        return new ActsSeen(jdbc);
    }
}
