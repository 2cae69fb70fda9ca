package uk.mashhub.match.tool;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import uk.mashhub.match.BlockingKey;
import uk.mashhub.match.BlockingKeys;
import uk.mashhub.match.Candidate;
import uk.mashhub.match.InMemoryPersonIndex;
import uk.mashhub.match.Matcher;
import uk.mashhub.match.weight.Profile;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.PersonDetails;

/**
 * How well the hub's own keys find people, one looked up among all others, measured on records of which it is known who is
 * who. Beside what is found at all it says what is lost that would matter: pairs of one person that the hub's matcher, had
 * it compared them, would have called certain or put before somebody.
 */
public final class HubKeys {
    private final Matcher matcher = Matcher.weighing();
    private final BlockingKeys keys =
            new BlockingKeys("a key for measuring, kept by nobody".getBytes(StandardCharsets.UTF_8));
    private final InMemoryPersonIndex index = new InMemoryPersonIndex();
    private final List<PersonDetails> details = new ArrayList<>();
    private final List<Set<PersonId>> found = new ArrayList<>();
    private long keysMade;
    private long compared;

    private HubKeys() {}

    /**
     * Measures.
     *
     * @return as JSON
     * @throws BadInput if a file cannot be read without guessing
     */
    public static String measure(Inputs inputs) {
        FieldMap map = FieldMap.read(inputs.map());
        if (!map.names("id")) {
            throw new BadInput(inputs.map().getFileName() + ": the map must name the column id");
        }
        CsvRecords file = CsvRecords.read(inputs.records());
        Records records = Evaluation.read(
                inputs, map, file, String.valueOf(inputs.records().getFileName()));
        boolean across = inputs.other().isPresent();
        return new HubKeys().measure(records, Truth.of(inputs.truth(), map, records), map, across);
    }

    private String measure(Records records, Truth truth, FieldMap map, boolean across) {
        List<Profile> profiles = records.profiles();
        HubRecords hub = new HubRecords(records, map);
        Map<String, Integer> places = new LinkedHashMap<>();
        for (Profile profile : profiles) {
            PersonDetails said = hub.details(profile);
            Set<BlockingKey> of = keys.of(said);
            keysMade += of.size();
            places.put(profile.id(), details.size());
            index.add(id(details.size()), said, of);
            details.add(said);
        }
        details.forEach(this::lookUp);
        long[] pairs = new long[4];
        truth.eachTruePair(profiles, (a, b) -> {
            if (!across || !a.source().equals(b.source())) {
                int one = places.getOrDefault(a.id(), 0);
                int other = places.getOrDefault(b.id(), 0);
                boolean isFound = found.get(one).contains(id(other));
                pairs[isFound ? named(one, other) ? 0 : 1 : named(one, other) ? 2 : 3]++;
            }
        });
        return report(profiles.size(), pairs);
    }

    private String report(int records, long[] pairs) {
        Map<String, Object> out = new LinkedHashMap<>();
        long truePairs = pairs[0] + pairs[1] + pairs[2] + pairs[3];
        out.put("records", records);
        out.put("truePairs", truePairs);
        out.put("blockingRecall", share(pairs[0] + pairs[1], truePairs));
        out.put("namedByTheMatcher", pairs[0] + pairs[2]);
        out.put("blockingRecallOfThose", share(pairs[0], pairs[0] + pairs[2]));
        out.put("keysOfARecord", share(keysMade, records));
        out.put("comparedForARecord", share(compared, records));
        return Json.text(out);
    }

    private void lookUp(PersonDetails said) {
        Set<PersonId> ids = new HashSet<>();
        index.candidates(keys.of(said)).people().forEach(c -> ids.add(c.id()));
        compared += ids.size() - 1;
        found.add(ids);
    }

    /** Whether the matcher would call the two certain or possible. */
    private boolean named(int one, int other) {
        Candidate candidate = new Candidate(id(other), details.get(other), Set.of());
        return !matcher.match(details.get(one), List.of(candidate)).all().isEmpty();
    }

    private static double share(long of, long all) {
        return all == 0 ? 1.0 : of / (double) all;
    }

    private static PersonId id(int place) {
        return new PersonId(new UUID(1, place));
    }
}
