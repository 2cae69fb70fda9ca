package uk.mashhub.hub.screens;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.adapter.council.marf.MarfTranslator;
import uk.mashhub.adapter.health.BarsTranslator;
import uk.mashhub.adapter.seal.SealKeyPair;
import uk.mashhub.hub.ReferralJourney;
import uk.mashhub.hub.TestTime;
import uk.mashhub.hub.account.SubjectAccounts;
import uk.mashhub.hub.api.FrontDoor;
import uk.mashhub.hub.api.IntakeQueue;
import uk.mashhub.hub.api.KnownMessages;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.audit.JointTrace;
import uk.mashhub.hub.audit.LogTotals;
import uk.mashhub.hub.audit.LookupDoor;
import uk.mashhub.hub.audit.LookupExports;
import uk.mashhub.hub.disclose.LinkQueue;
import uk.mashhub.hub.disclose.ReferrerDoor;
import uk.mashhub.hub.disclose.ViewDoor;
import uk.mashhub.hub.enquiry.AnswerDoor;
import uk.mashhub.hub.governance.BreakGlassDesk;
import uk.mashhub.hub.governance.ConflictDesk;
import uk.mashhub.hub.governance.PolicyDesk;
import uk.mashhub.hub.governance.QuarantineAccess;
import uk.mashhub.hub.governance.QuarantineDesk;
import uk.mashhub.hub.governance.RecordedDecisions;
import uk.mashhub.hub.governance.RetentionDesk;
import uk.mashhub.hub.governance.StopDesk;
import uk.mashhub.hub.intake.ContactReader;
import uk.mashhub.hub.intake.IntakeSeal;
import uk.mashhub.hub.intake.Receipts;
import uk.mashhub.hub.intake.Senders;
import uk.mashhub.hub.proof.LogReceipts;
import uk.mashhub.hub.storage.ActCounts;
import uk.mashhub.hub.storage.ActsSeen;
import uk.mashhub.hub.storage.LookupStore;
import uk.mashhub.hub.storage.QuarantineStore;
import uk.mashhub.hub.storage.SaltStore;
import uk.mashhub.hub.storage.SessionStore;
import uk.mashhub.hub.triage.Acting;
import uk.mashhub.hub.triage.ConsentRecords;
import uk.mashhub.hub.triage.DoubtfulLinks;
import uk.mashhub.hub.triage.KeptLinks;
import uk.mashhub.hub.triage.PhoneContacts;
import uk.mashhub.hub.wiring.HubProperties;
import uk.mashhub.log.DisclosureLog;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.log.InMemoryEntryStore;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.decision.PolicyHash;

/**
 * Screens, doors and their security as they are in the hub, on a real server; what lies behind them (views, acts, queue,
 * quarantine) is played by mocks. Not marked as configuration, or the hub's own scan would find it in every other test.
 */
@EnableConfigurationProperties(HubProperties.class)
@ComponentScan(
        basePackages = "uk.mashhub.hub",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            "uk\\.mashhub\\.hub\\.(triage|governance)\\.\\w+Screen",
                            "uk\\.mashhub\\.hub\\.api\\.(fhir\\.)?\\w+Door",
                            "uk\\.mashhub\\.hub\\.wiring\\.(RateConfiguration|Security(Configuration|Events))",
                            "uk\\.mashhub\\.hub\\.wiring\\.Web(Configuration|Navigation|Refusals|SignInPages)"
                        }),
        excludeFilters =
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = "uk\\.mashhub\\.hub\\.api\\.FrontDoor"))
@ImportAutoConfiguration({
    ConfigurationPropertiesAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    MessageSourceAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
class ScreenSlice {

    @Bean
    Clock clock() {
        return Clock.fixed(TestTime.MONDAY, java.time.ZoneOffset.UTC);
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    RandomSource random() {
        SecureRandom secure = new SecureRandom();
        return length -> {
            byte[] bytes = new byte[length];
            secure.nextBytes(bytes);
            return bytes;
        };
    }

    @Bean
    Partnership partnership() throws IOException {
        return Partnership.load(Path.of("../config/areas"));
    }

    @Bean
    SessionStore sessions() {
        return mock(SessionStore.class);
    }

    @Bean
    ConsentRecords consentRecords() {
        return mock(ConsentRecords.class);
    }

    @Bean
    PolicyDesk policyDesk() {
        return mock(PolicyDesk.class);
    }

    @Bean
    RecordedDecisions recordedDecisions() {
        return mock(RecordedDecisions.class);
    }

    @Bean
    RetentionDesk retentionDesk() {
        return mock(RetentionDesk.class);
    }

    @Bean
    LookupDoor lookupDoor() {
        return mock(LookupDoor.class);
    }

    @Bean
    LookupExports lookupExports() {
        return mock(LookupExports.class);
    }

    @Bean
    SubjectAccounts subjectAccounts() {
        return mock(SubjectAccounts.class);
    }

    @Bean
    JointTrace jointTrace() {
        return mock(JointTrace.class);
    }

    @Bean
    LogTotals logTotals() {
        return mock(LogTotals.class);
    }

    @Bean
    StopDesk stopDesk() {
        return mock(StopDesk.class);
    }

    @Bean
    BreakGlassDesk breakGlassDesk() {
        return mock(BreakGlassDesk.class);
    }

    @Bean
    ViewDoor viewDoor() {
        return mock(ViewDoor.class);
    }

    @Bean
    Acting acting() {
        return mock(Acting.class);
    }

    @Bean
    DoubtfulLinks doubtfulLinks() {
        return mock(DoubtfulLinks.class);
    }

    @Bean
    KeptLinks keptLinks() {
        return mock(KeptLinks.class);
    }

    @Bean
    LinkQueue linkQueue() {
        return mock(LinkQueue.class);
    }

    @Bean
    ReferrerDoor referrerDoor() {
        return mock(ReferrerDoor.class);
    }

    @Bean
    LogReceipts logReceipts() {
        return mock(LogReceipts.class);
    }

    @Bean
    ActCounts actCounts() {
        return mock(ActCounts.class);
    }

    @Bean
    ConflictDesk conflictDesk() {
        return mock(ConflictDesk.class);
    }

    @Bean
    IntakeQueue intakeQueue() {
        return mock(IntakeQueue.class);
    }

    @Bean
    KnownMessages knownMessages() {
        return mock(KnownMessages.class);
    }

    @Bean
    QuarantineStore quarantineStore() {
        return mock(QuarantineStore.class);
    }

    @Bean
    ActsSeen actsSeen() {
        return mock(ActsSeen.class);
    }

    @Bean
    Audit audit(Clock clock, RandomSource random) {
        DisclosureLog log =
                new DisclosureLog(new InMemoryEntryStore(), new Ed25519Signer(random.bytes(32)), clock, random::bytes);
        return spy(new Audit(
                log,
                mock(SaltStore.class),
                mock(LookupStore.class),
                () -> Optional.of(new PolicyHash("ab".repeat(32)))));
    }

    @Bean
    Senders senders(Partnership partnership) {
        return new Senders(partnership);
    }

    @Bean
    IntakeSeal intakeSeal(RandomSource random) {
        return new IntakeSeal(SealKeyPair.of(random.bytes(32)));
    }

    @Bean
    FrontDoor frontDoor(Senders senders, KnownMessages known, IntakeQueue queue, RandomSource random, Clock clock) {
        ContactReader reader = new ContactReader(List.of(new MarfTranslator(), new BarsTranslator()));
        return new FrontDoor(senders, reader, known, new Receipts(random.bytes(32)), queue, clock);
    }

    @Bean
    TransactionTemplate transactions() {
        PlatformTransactionManager manager = mock(PlatformTransactionManager.class);
        when(manager.getTransaction(any())).thenAnswer(call -> new SimpleTransactionStatus());
        return new TransactionTemplate(manager);
    }

    @Bean
    PhoneContacts phoneContacts(
            FrontDoor door, ActsSeen seen, Audit audit, TransactionTemplate transactions, Clock clock) {
        return new PhoneContacts(door, seen, audit, transactions, clock);
    }

    @Bean
    QuarantineDesk quarantineDesk(
            QuarantineStore store,
            Partnership partnership,
            IntakeSeal seal,
            Senders senders,
            FrontDoor door,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock) {
        QuarantineAccess access = new QuarantineAccess(partnership);
        return new QuarantineDesk(
                store,
                access,
                seal,
                senders,
                door,
                mock(AnswerDoor.class),
                mock(ReferralJourney.class),
                audit,
                transactions,
                clock);
    }
}
