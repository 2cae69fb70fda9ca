package uk.mashhub.adapter.route;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import uk.mashhub.adapter.seal.SealKeyPair;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.contact.AskedPerson;
import uk.mashhub.model.contact.Question;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.vocabulary.Purpose;

/** Keys, names and a question for the tests of the routes. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-04-01T09:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final AgencyId AGENCY = new AgencyId("example-police");
    static final SourceId SOURCE = new SourceId("rms");
    static final RandomSource RANDOM = random(3);
    static final SealKeyPair HUB = SealKeyPair.generate(RANDOM);
    static final SealKeyPair OWN = SealKeyPair.generate(RANDOM);

    private Samples() {}

    static Question question() {
        return new Question(
                new QuestionId(new UUID(5, 6)),
                SOURCE,
                Purpose.S17,
                NOW.plusSeconds(3600),
                List.of(new AskedPerson(
                        new PersonKey("child-1"),
                        List.of(PersonName.usual("Maya", "Okonkwo-Test")),
                        Optional.empty(),
                        List.of(new NhsNumber("9990000018")),
                        Optional.empty())));
    }

    static RandomSource random(long seed) {
        Random random = new Random(seed);
        return length -> {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            return bytes;
        };
    }
}
