package uk.mashhub.policy.agreement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.policy.fact.Windows;

/** Reads every agreement of a directory into one policy, or says everything that is wrong with it. Never half of it. */
public final class AgreementFolder {
    private static final String AGENCIES = "agencies";
    private static final String AGENCY_AGREEMENT = "agency-agreement";

    private final Problems problems = new Problems();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Rule> matrix = new ArrayList<>();
    private final List<Basis> bases = new ArrayList<>();
    private final List<Invariant> invariants = new ArrayList<>();
    private final Map<DataClass, Optional<Period>> windows = new EnumMap<>(DataClass.class);
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, String> kinds = new HashMap<>();
    private final List<Node> roots = new ArrayList<>();

    /**
     * What came of reading: a policy, or problems.
     *
     * @param invariants what the policy is to be proved against; not part of the policy
     * @param places where each rule stands, by its id
     * @param dated what is right on some days only
     * @param wording what the files say to people and no decision reads
     */
    public record Result(
            Optional<RuleBook> book,
            List<Invariant> invariants,
            Map<String, Place> places,
            List<Dated> dated,
            Wording wording,
            List<Problem> problems) {
        public Result {
            invariants = List.copyOf(invariants);
            places = Map.copyOf(places);
            dated = List.copyOf(dated);
            problems = List.copyOf(problems);
        }
    }

    private AgreementFolder() {}

    /**
     * Reads a directory.
     *
     * @param directory holds {@code *.yaml} files: agreements, one matrix and one list of windows; and, if there are any,
     *     agencies' own agreements in its folder {@code agencies}, each in a file of the agency's id
     */
    public static Result read(Path directory) {
        return new AgreementFolder().all(directory);
    }

    private Result all(Path directory) {
        for (Path file : files(directory)) {
            YamlFile.read(file, problems).ifPresent(root -> problems.reading(() -> file(root)));
        }
        Path agencies = directory.resolve(AGENCIES);
        if (Files.exists(agencies)) {
            files(agencies)
                    .forEach(file -> YamlFile.read(file, AGENCIES + "/" + file.getFileName(), problems)
                            .ifPresent(root -> problems.reading(() -> agency(root))));
        }
        for (String kind : List.of("matrix", "windows", "agreement", "bases")) {
            if (!kinds.containsValue(kind)) {
                problems.note(kind, 0, "no file of kind '" + kind + "' is here");
            }
        }
        if (problems.none()) {
            new Partition(matrix).check("matrix", problems);
            List<Rule> every = new ArrayList<>(rules);
            every.addAll(matrix);
            Floor.check(every, problems);
            if (problems.none()) {
                new Narrowing(matrix).check(rules, places, problems);
            }
            if (problems.none()) {
                RuleBook book = new RuleBook(every, bases, new Windows(windows));
                return new Result(
                        Optional.of(book), invariants, places, problems.dated(), WordingReader.read(roots), List.of());
            }
        }
        return new Result(Optional.empty(), List.of(), Map.of(), List.of(), Wording.NONE, problems.list());
    }

    private List<Path> files(Path directory) {
        try (Stream<Path> found = Files.list(directory)) {
            return found.filter(p -> String.valueOf(p.getFileName()).matches("[^.].*\\.ya?ml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.note("agreements", 0, "the directory cannot be read");
            return List.of();
        }
    }

    private void file(Node root) {
        roots.add(root);
        String kind = root.need("kind").text();
        boolean single = !kind.equals("agreement");
        if (single && kinds.containsValue(kind)) {
            throw problems.fault(root, "a second file of kind '" + kind + "'");
        }
        kinds.put(root.file(), kind);
        switch (kind) {
            case "agreement" -> agreement(root);
            case "matrix" -> matrix(root);
            case "invariants" -> invariants.addAll(new InvariantReader().read(root));
            case "windows" -> windows(root);
            case "bases" -> {
                root.map("kind", "id", "title", "lists", "bases");
                BoxReader boxes = head(root);
                bases(root.need("bases"), new BasisReader(boxes, Optional.empty()));
            }
            case AGENCY_AGREEMENT ->
                throw problems.fault(
                        root.need("kind"), "an agency's agreement stands in the folder '" + AGENCIES + "'");
            default ->
                throw problems.unknown(
                        root.need("kind"),
                        "kind",
                        kind,
                        List.of("agreement", "matrix", "windows", "invariants", "bases"));
        }
    }

    private void matrix(Node root) {
        MatrixReader reader = new MatrixReader();
        matrix.addAll(reader.read(root));
        places.putAll(reader.places());
    }

    private void agreement(Node root) {
        root.map("kind", "id", "title", "lists", "rules");
        rules(root, Optional.empty());
    }

    /** The file says whose agreement it is, and so does its name: nobody writes a second one, or somebody else's. */
    private void agency(Node root) {
        roots.add(root);
        Node kind = root.need("kind");
        if (!kind.text().equals(AGENCY_AGREEMENT)) {
            throw problems.unknown(kind, "kind of file in this folder", kind.text(), List.of(AGENCY_AGREEMENT));
        }
        root.map("kind", "id", "title", "agency", "lists", "bases", "rules");
        Node agency = root.need("agency");
        if (!root.file().matches(Pattern.quote(AGENCIES + "/" + agency.text()) + "\\.ya?ml")) {
            throw problems.fault(agency, "the agreement of '" + agency.text() + "' stands in a file of that name");
        }
        rules(root, Optional.of(id(agency)));
    }

    private AgencyId id(Node agency) {
        try {
            return new AgencyId(agency.text());
        } catch (IllegalArgumentException e) {
            throw problems.fault(agency, "an agency's id has 2 to 40 small letters, digits and hyphens");
        }
    }

    private void rules(Node root, Optional<AgencyId> agency) {
        BoxReader boxes = head(root);
        root.want("bases").ifPresent(b -> bases(b, new BasisReader(boxes, agency)));
        RuleReader reader = new RuleReader(boxes, agency);
        root.need("rules")
                .list()
                .forEach(r -> problems.reading(() -> {
                    Rule rule = reader.read(r);
                    if (places.put(rule.id(), Place.of(r)) != null) {
                        throw problems.fault(r, "rule '" + rule.id() + "' is there already");
                    }
                    rules.add(rule);
                }));
    }

    /** The head of a file, and the lists that it names. */
    private static BoxReader head(Node root) {
        RuleReader.id(root.need("id"));
        root.need("title").text();
        BoxReader boxes = new BoxReader();
        root.want("lists").ifPresent(boxes::learn);
        return boxes;
    }

    private void bases(Node list, BasisReader reader) {
        list.list()
                .forEach(b -> problems.reading(() -> {
                    Basis basis = reader.read(b);
                    if (places.put(basis.id(), Place.of(b)) != null) {
                        throw problems.fault(b, "rule '" + basis.id() + "' is there already");
                    }
                    bases.add(basis);
                }));
    }

    private void windows(Node root) {
        root.map("kind", "id", "title", "owner", "review", "windows");
        root.need("owner").text();
        RuleReader.review(root.need("review"));
        Map<String, Node> written = root.need("windows").map();
        List<String> classes = Stream.of(DataClass.values()).map(Enum::name).toList();
        written.forEach((name, period) -> {
            if (!classes.contains(name)) {
                throw problems.unknown(period, "data class", name, classes);
            }
            windows.put(DataClass.valueOf(name), period(period));
        });
        for (DataClass c : DataClass.values()) {
            if (!windows.containsKey(c)) {
                throw problems.fault(root, "the window of " + c + " is missing");
            }
        }
    }

    private Optional<Period> period(Node node) {
        if (node.text().equals("none")) {
            return Optional.empty();
        }
        try {
            Period period = Period.parse(node.text());
            if (period.isNegative() || period.toTotalMonths() > 1200) {
                throw problems.fault(node, "a period of at most 100 years is wanted");
            }
            return Optional.of(period);
        } catch (DateTimeParseException e) {
            throw problems.fault(node, "a period such as P5Y, or 'none', is wanted");
        }
    }
}
