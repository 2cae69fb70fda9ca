package uk.mashhub.hub.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.storage.LookupQuery;
import uk.mashhub.hub.storage.LookupRow;
import uk.mashhub.hub.storage.LookupStore;
import uk.mashhub.hub.storage.Lookups;
import uk.mashhub.hub.storage.Reading;
import uk.mashhub.hub.storage.TeamRoles;
import uk.mashhub.hub.storage.ViewReader;
import uk.mashhub.log.Claim;
import uk.mashhub.model.id.EnquiryId;

/**
 * Where the log is looked up (ruling 13). Each page is one transaction in the role of the lead's team: the database shows the
 * rows of the lead's own agency and no others, and the look is an entry of its own before anything is shown. What rows say
 * of people and records is opened only for whoever gives a reason.
 */
public final class LookupDoor {
    /** How many lines a page has at most. */
    public static final int PAGE = 50;

    private static final int AT_A_TIME = 400;

    private final LookupStore store;
    private final LookupKeys keys;
    private final TeamRoles roles;
    private final ViewReader reader;
    private final OpeningLog log;

    public LookupDoor(LookupStore store, LookupKeys keys, TeamRoles roles, ViewReader reader, OpeningLog log) {
        this.store = store;
        this.keys = keys;
        this.roles = roles;
        this.reader = reader;
        this.log = log;
    }

    /**
     * A line.
     *
     * @param said what it says of people and records; empty while it is masked, and where it says nothing
     */
    public record Line(LookupRow row, Optional<LookupSaid> said) {}

    /**
     * A page.
     *
     * @param next where it goes on, for the field {@code after}
     * @param entry the id of the entry of this look
     */
    public record Page(List<Line> lines, Optional<String> next, String entry) {
        static final Page EMPTY = new Page(List.of(), Optional.empty(), "");

        public Page {
            lines = List.copyOf(lines);
            Objects.requireNonNull(next, "next");
        }
    }

    /**
     * A page of what somebody looks for.
     *
     * @param reason why the content is needed; empty for a masked page
     * @throws NoSearch in words for the reader, if a field is not of its form
     */
    public Page search(SignedIn who, Area area, LookupSearch asked, Optional<String> reason) {
        return search(who, area, asked, reason, PAGE);
    }

    /** The same, with so many lines at most. */
    public Page search(SignedIn who, Area area, LookupSearch asked, Optional<String> reason, int size) {
        if (reason.isEmpty() && asked.namesSomebody()) {
            // That there is a hit is content already (ruling 2).
            throw new NoSearch("Say why you look for a person or a record.");
        }
        // Before the reader's transaction: within it somebody who waits may hold the last of these connections.
        Optional<EnquiryId> enquiry = asked.reference().flatMap(r -> store.enquiry(area.code(), r));
        LookupQuery query = asked.query(keys, area.calendar().zone(), enquiry);
        return roles.of(who.area(), who.team())
                .map(role -> reader.as(role, reading -> page(reading, who, asked, query, reason, size)))
                .orElse(Page.EMPTY);
    }

    /**
     * Every line of what somebody looks for; each page of them is a look of its own.
     *
     * @throws NoSearch in words for the reader, if a field is not of its form or there is more than {@code most}
     */
    public List<Line> all(SignedIn who, Area area, LookupSearch asked, String reason, int most) {
        List<Line> lines = new ArrayList<>();
        Map<String, String> fields = new HashMap<>(asked.fields());
        Optional<String> next = Optional.of(fields.getOrDefault("after", ""));
        while (next.isPresent()) {
            fields.put("after", next.get());
            Page page = search(who, area, LookupSearch.of(fields), Optional.of(reason), AT_A_TIME);
            lines.addAll(page.lines());
            next = page.next();
            if (lines.size() > most) {
                throw new NoSearch("That is more than " + most + " lines: ask for fewer days.");
            }
        }
        return lines;
    }

    private Page page(
            Reading reading, SignedIn who, LookupSearch asked, LookupQuery query, Optional<String> reason, int size) {
        List<LookupRow> found = reading.lookups().find(query, who.user(), size + 1);
        List<LookupRow> rows = found.subList(0, Math.min(size, found.size()));
        reading.hold(rows.stream().flatMap(r -> r.enquiry().stream()).toList());
        // A conflict that was declared while this waited counts, and whom a statute keeps apart since.
        List<LookupRow> shown = reading.lookups()
                .still(query, who.user(), rows.stream().map(LookupRow::id).toList());
        List<Claim> claims = new ArrayList<>();
        claims.add(new Claim("query", ModelJson.write(asked.fields())));
        reason.ifPresent(r -> claims.add(Audit.claim("reason", r)));
        shown.forEach(r ->
                claims.add(Audit.claim("line-" + (claims.size() - (reason.isPresent() ? 1 : 0)), r.entry())));
        String entry = log.searched(reading, who, reason.isPresent() ? "SHOW" : "MASKED", claims, enquiries(shown));
        List<Line> lines = reason.isPresent()
                ? opened(reading.lookups(), shown)
                : shown.stream().map(r -> new Line(r, Optional.empty())).toList();
        boolean more = found.size() > rows.size();
        return new Page(
                lines, more ? Optional.of(LookupSearch.after(rows.get(rows.size() - 1))) : Optional.empty(), entry);
    }

    /** With any of these what the entry commits to is erased. */
    private static Set<UUID> enquiries(List<LookupRow> shown) {
        return shown.stream()
                .flatMap(r -> r.enquiry().stream())
                .map(EnquiryId::value)
                .collect(Collectors.toSet());
    }

    /**
     * Works with lines that were found before, as they are now; those that are found no more are not among them. Nobody decides
     * about their enquiries, or declares a conflict, before the work has committed. It is no look of its own: whoever asks has
     * one in the log.
     *
     * @return what comes of it; empty for whoever is of no team
     */
    <T> Optional<T> again(SignedIn who, List<UUID> rows, BiFunction<Reading, List<Line>, Optional<T>> work) {
        return roles.of(who.area(), who.team())
                .flatMap(role -> reader.as(role, reading -> {
                    Lookups lookups = reading.lookups();
                    LookupQuery any = LookupQuery.everything();
                    reading.hold(lookups.still(any, who.user(), rows).stream()
                            .flatMap(r -> r.enquiry().stream())
                            .toList());
                    return work.apply(reading, opened(lookups, lookups.still(any, who.user(), rows)));
                }));
    }

    private List<Line> opened(Lookups lookups, List<LookupRow> rows) {
        List<UUID> sources =
                rows.stream().map(r -> r.of().orElse(r.id())).distinct().toList();
        Map<UUID, byte[]> said = lookups.bodies(sources);
        Map<UUID, List<byte[]>> found = lookups.keys(sources);
        List<Line> lines = new ArrayList<>();
        for (LookupRow row : rows) {
            UUID source = row.of().orElse(row.id());
            List<byte[]> leading = found.getOrDefault(source, List.of());
            // A name that leads here no more is somebody's who is kept apart.
            lines.add(new Line(
                    row,
                    Optional.ofNullable(said.get(source))
                            .map(b -> ModelJson.read(b, LookupSaid.class))
                            .map(s -> s.naming(
                                    name -> leading.stream().anyMatch(key -> Arrays.equals(key, keys.name(name)))))));
        }
        return lines;
    }
}
