package uk.mashhub.adapter.health;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.mashhub.adapter.health.fhir.FhirAccess;
import uk.mashhub.adapter.health.fhir.FhirClient;
import uk.mashhub.model.contact.AskedPerson;
import uk.mashhub.model.contact.Question;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonIdentifier;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.vocabulary.Purpose;

/** Questions about the invented people, and clients to ask them with. */
final class Asking {
    static final SourceId SOURCE = new SourceId("source-under-test");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T09:00:00Z"), ZoneOffset.UTC);
    static final AskedPerson MAYA = person("maya", "Maya", "Okonkwo-Test", "2016-05-14", "9990000018");
    static final AskedPerson GRACE = person("grace", "Grace", "Okonkwo-Test", "1988-02-03", "9990000026");
    static final AskedPerson LEILA = person("leila", "Leila", "Invented", "1990-07-09", "9990000042");
    static final AskedPerson TOMAS = person("tomas", "Tomas", "Fictional", "2014-09-02", "9990000077");
    static final AskedPerson RUBY = person("ruby", "Ruby", "Madeup", "2015-07-03", "9990000093");
    static final AskedPerson NOBODY = person("nobody", "Nia", "Unheardof", "2013-01-01", "9990000107");
    static final AskedPerson UNNUMBERED = person("unnumbered", "Una", "Without", "2012-02-02");

    private Asking() {}

    static AskedPerson person(String key, String given, String family, String born, String... numbers) {
        List<PersonIdentifier> identifiers = new ArrayList<>();
        for (String number : numbers) {
            identifiers.add(new NhsNumber(number));
        }
        return new AskedPerson(
                new PersonKey(key),
                List.of(PersonName.usual(given, family)),
                Optional.of(BirthDate.accurate(LocalDate.parse(born))),
                identifiers,
                Optional.empty());
    }

    static Question about(AskedPerson... people) {
        return new Question(
                new QuestionId(new UUID(7, 7)),
                SOURCE,
                Purpose.S47,
                Instant.parse("2026-03-04T13:00:00Z"),
                List.of(people));
    }

    static FhirClient client(String base) {
        return client(base, Duration.ofSeconds(3));
    }

    static FhirClient client(String base, Duration timeout) {
        return new FhirClient(new FhirAccess(URI.create(base), timeout, Map.of("apikey", "not-a-secret")), byte[]::new);
    }
}
