package uk.mashhub.hub.wiring;

import java.time.Clock;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.ReferralJourney;
import uk.mashhub.hub.account.SubjectAccounts;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.decide.Publications;
import uk.mashhub.hub.decide.PublishedPolicy;
import uk.mashhub.hub.enquiry.AnswerDoor;
import uk.mashhub.hub.intake.Quarantine;
import uk.mashhub.hub.match.EnteredTwice;
import uk.mashhub.hub.match.Rekeying;
import uk.mashhub.hub.retention.Expiring;
import uk.mashhub.hub.storage.Attempts;
import uk.mashhub.hub.storage.EnquiryStore;
import uk.mashhub.hub.storage.Inbox;
import uk.mashhub.hub.storage.KeyEpochs;
import uk.mashhub.hub.storage.Outbox;
import uk.mashhub.hub.storage.TraceAsks;
import uk.mashhub.hub.triage.KeptLinkReading;
import uk.mashhub.model.RandomSource;

/** The routes and what guards them. */
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

    @Bean
    Probe probe(
            TransactionTemplate transactions,
            PublishedPolicy published,
            Inbox inbox,
            Audit audit,
            KeyEpochs keys,
            Clock clock,
            RandomSource random,
            Instances instances) {
        return new Probe(transactions, published, inbox, audit, keys, clock, random, instances::refused);
    }

    @Bean(destroyMethod = "close")
    FaultGate faultGate(CamelContext camel, Probe probe, Heartbeat heartbeat) {
        FaultGate gate = new FaultGate(camel, probe);
        heartbeat.shuts(gate);
        return gate;
    }

    /** Red while something that the journey needs is away (ruling 27). */
    @Bean
    HealthIndicator journeyHealth(FaultGate gate) {
        return () ->
                gate.fault().isEmpty() ? Health.up().build() : Health.down().build();
    }

    @Bean
    Consumption consumption(
            TransactionTemplate transactions, Attempts attempts, Quarantine quarantine, FaultGate gate, Clock clock) {
        return new Consumption(transactions, attempts, quarantine, gate, clock);
    }

    @Bean
    Alarms alarms(Partnership partnership, EnquiryStore enquiries, Broker broker, Clock clock) {
        return new Alarms(partnership, enquiries, () -> broker.depth(BrokerPlan.DEAD), clock);
    }

    @Bean
    Ticking ticking(
            TransactionTemplate transactions,
            EnquiryStore enquiries,
            Outbox outbox,
            ReferralJourney journey,
            Publications publications,
            CamelContext camel,
            FaultGate gate,
            Alarms alarms,
            TraceAsks asks,
            Expiring expiring,
            SubjectAccounts accounts,
            SessionsOfPages sessions,
            Rekeying rekeying,
            EnteredTwice enteredTwice,
            KeptLinkReading keptLinks,
            Traces traces,
            Clock clock) {
        Stream<Ticking.Job> terms = expiring.terms().stream()
                .map(term -> new Ticking.Job("expiry of " + term.what(), () -> expiring.run(term)));
        Stream<Ticking.Job> others = Stream.of(
                new Ticking.Job("salts of accounts", accounts::forgetSalts),
                new Ticking.Job("keys of people", rekeying),
                new Ticking.Job("people entered twice", enteredTwice::run),
                new Ticking.Job("kept links", keptLinks::run));
        return new Ticking(
                transactions,
                enquiries,
                outbox,
                journey,
                camel.createProducerTemplate(),
                publications,
                gate,
                alarms,
                asks,
                Stream.concat(terms, others).toList(),
                sessions::expire,
                traces,
                clock);
    }

    @Bean
    JourneyRoutes journeyRoutes(
            Consumption consumption,
            ReferralJourney journey,
            AnswerDoor answers,
            Ticking ticking,
            JourneyMeters meters,
            Watch watch,
            Traces traces,
            Outbox outbox) {
        return new JourneyRoutes(consumption, journey, answers, ticking, meters, watch, traces, outbox);
    }
}
