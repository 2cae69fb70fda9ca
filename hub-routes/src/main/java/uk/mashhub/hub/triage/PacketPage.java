package uk.mashhub.hub.triage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A packet as the page shows it: the content of one view and nothing else. What the view does not say is not here to be
 * shown.
 */
public record PacketPage(
        String reference,
        String purpose,
        String rating,
        String stage,
        String perspective,
        Instant receivedAt,
        Instant dueAt,
        List<Banner> banners,
        List<Person> people,
        List<Household> household,
        List<Line> chronology,
        List<Stub> withheld,
        List<QueueRow.AgencyState> agencies,
        List<String> gaps,
        List<Contradiction> contradictions,
        List<Decision> decisions) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern CODE = Pattern.compile("[A-Z]+(_[A-Z]+)*");

    /** A warning over everything else. */
    public record Banner(String kind, String text) {}

    /** Somebody of the enquiry, by the handle on this page. */
    public record Person(String handle, List<String> roles, String name, List<Line> lines) {
        /** What is known of them, as it is read. */
        public List<Line> known() {
            return together(lines);
        }

        /** Whether the enquiry is about this child. */
        public boolean indexChild() {
            return roles.contains("INDEX_CHILD");
        }

        @Override
        public String toString() {
            return "Person[" + handle + "]";
        }
    }

    /** Who lives together. */
    public record Household(String text, List<String> members, String address) {
        @Override
        public String toString() {
            return "Household";
        }
    }

    /** One line: what is known, from whom, and why this reader may know it. */
    public record Line(
            String handle,
            String when,
            String title,
            List<String> about,
            List<Field> fields,
            List<Told> sources,
            String outcome,
            List<String> redacted,
            String why,
            String law,
            List<String> notes,
            List<File> attachments,
            boolean own,
            List<String> awaiting) {
        /** Whether it and the next say where they are from, about whom and why in the same words, so that one head will do. */
        boolean with(Line next) {
            return plain() && next.plain() && head().equals(next.head());
        }

        /** One that is its reader's own, or that has files, is acted on by itself. */
        private boolean plain() {
            return !own && attachments.isEmpty() && awaiting.isEmpty();
        }

        private List<Object> head() {
            return List.of(when, title, about, sources, outcome, redacted, why, law, notes);
        }

        private Line and(Line next) {
            List<Field> all = new ArrayList<>(fields);
            next.fields.stream().filter(f -> !all.contains(f)).forEach(all::add);
            return new Line(
                    handle,
                    when,
                    title,
                    about,
                    all,
                    sources,
                    outcome,
                    redacted,
                    why,
                    law,
                    notes,
                    attachments,
                    own,
                    awaiting);
        }

        /** When, in words. */
        public String day() {
            return Days.spoken(when);
        }

        @Override
        public String toString() {
            return "Line[" + handle + "]";
        }
    }

    /** A field of a line. */
    public record Field(String label, String value) {
        /** The value, if it is a code such as {@code DOMESTIC_ABUSE}; empty if it is not. */
        public String code() {
            return CODE.matcher(value).matches() ? value : "";
        }

        /** The value; a day in words. */
        public String spoken() {
            return Days.spoken(value);
        }

        @Override
        public String toString() {
            return "Field[" + label + "]";
        }
    }

    /** Who told it, and how far it can be relied on. */
    public record Told(String owner, String system, String nature, String grade) {}

    /** A file that belongs to a line. */
    public record File(String name, String mediaType, String base64) {
        @Override
        public String toString() {
            return "File";
        }
    }

    /** Something that this reader may not read, and whom to ring. */
    public record Stub(String owner, @Nullable String kind, String contact, String text) {}

    /** Where sources differ. */
    public record Contradiction(String about, String text) {
        @Override
        public String toString() {
            return "Contradiction[" + about + "]";
        }
    }

    /** What was decided for a child. */
    public record Decision(String child, List<String> outcomes, String rationale, String dissent, boolean overtaken) {
        @Override
        public String toString() {
            return "Decision[" + child + "]";
        }
    }

    /** Agencies of which the same is to be said. */
    public record Standing(String names, String state, String text) {}

    /** How the agencies stand, those of which the same is to be said together, in the order of the first. */
    public List<Standing> standings() {
        Map<List<String>, List<String>> names = new LinkedHashMap<>();
        agencies.forEach(a -> names.computeIfAbsent(List.of(a.state(), a.text()), k -> new ArrayList<>())
                .add(a.name()));
        return names.entrySet().stream()
                .map(e -> new Standing(
                        String.join(", ", e.getValue()),
                        e.getKey().get(0),
                        e.getKey().get(1)))
                .toList();
    }

    /** Agencies for which somebody waits. */
    public List<Choice> waiting() {
        return agencies.stream()
                .filter(QueueRow.AgencyState::waits)
                .map(a -> new Choice(a.agency(), a.name()))
                .toList();
    }

    /** What is missing and does not stand among the agencies already. */
    public List<String> missing() {
        Set<String> said =
                agencies.stream().map(a -> a.name() + ": " + a.text()).collect(Collectors.toSet());
        return gaps.stream().filter(g -> !said.contains(g)).toList();
    }

    /** Lines as they are read: neighbours with the same head under one. */
    static List<Line> together(List<Line> lines) {
        List<Line> joined = new ArrayList<>();
        for (Line line : lines) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).with(line)) {
                joined.set(last, joined.get(last).and(line));
            } else {
                joined.add(line);
            }
        }
        return joined;
    }

    /** The chronology as it is read. */
    public List<Line> events() {
        return together(chronology);
    }

    /** Reads the content of a view. */
    static PacketPage of(byte[] content) {
        return JSON.readValue(content, PacketPage.class);
    }

    /** Names by handle, for lines that say whom they are about. */
    public Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        people.forEach(p -> names.put(p.handle(), p.name()));
        return names;
    }

    /** The children whom the enquiry is about. */
    public List<Person> children() {
        return people.stream().filter(Person::indexChild).toList();
    }

    /** Everybody, to choose from. */
    public List<Choice> everybody() {
        return people.stream().map(p -> new Choice(p.handle(), p.name())).toList();
    }

    /** Whose packet it is, in words. */
    public String subject() {
        return names().getOrDefault(perspective, "");
    }

    /** A file of a line, counted from 1. */
    Optional<File> file(String handle, int number) {
        List<Line> lines = new ArrayList<>(chronology);
        people.forEach(p -> lines.addAll(p.lines()));
        Stream<Line> named = lines.stream().filter(l -> l.handle().equals(handle));
        return named.flatMap(l -> l.attachments().stream())
                .skip(Math.max(0, number - 1L))
                .findFirst()
                .filter(f -> number > 0);
    }

    @Override
    public String toString() {
        return "PacketPage";
    }
}
