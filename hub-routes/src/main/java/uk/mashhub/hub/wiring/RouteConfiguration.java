package uk.mashhub.hub.wiring;

import java.time.Clock;
import org.apache.camel.CamelContext;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.ReferralJourney;
import uk.mashhub.hub.decide.PublishedPolicy;
import uk.mashhub.hub.enquiry.AnswerDoor;
import uk.mashhub.hub.intake.Quarantine;
import uk.mashhub.hub.storage.Attempts;
import uk.mashhub.hub.storage.EnquiryStore;
import uk.mashhub.hub.storage.Outbox;

/** The routes and what guards them. */
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

    @Bean(destroyMethod = "close")
    FaultGate faultGate(CamelContext camel, PublishedPolicy published) {
        return new FaultGate(camel, published::isCurrent);
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
    Ticking ticking(
            TransactionTemplate transactions,
            EnquiryStore enquiries,
            Outbox outbox,
            ReferralJourney journey,
            CamelContext camel,
            FaultGate gate,
            Clock clock) {
        return new Ticking(transactions, enquiries, outbox, journey, camel.createProducerTemplate(), gate, clock);
    }

    @Bean
    JourneyRoutes journeyRoutes(Consumption consumption, ReferralJourney journey, AnswerDoor answers, Ticking ticking) {
        return new JourneyRoutes(consumption, journey, answers, ticking);
    }
}
