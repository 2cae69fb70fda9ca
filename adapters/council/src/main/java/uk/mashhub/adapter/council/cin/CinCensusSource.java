package uk.mashhub.adapter.council.cin;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.adapter.SftpFiles;
import uk.mashhub.adapter.SourceSystem;
import uk.mashhub.adapter.SourceUnavailable;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.AskedPerson;
import uk.mashhub.model.contact.ContactPerson;
import uk.mashhub.model.contact.Question;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.item.UnknownTerm;

/**
 * The council's own record, from the newest CIN census in its SFTP folder. The file is fetched at every question, so a new
 * one counts at once; what was read of it is kept in memory, by digest, and nowhere else.
 *
 * <p>The census holds no names. A child is found by unique pupil number or by the council's number; a date of birth and a
 * sex fit many children and find nobody. Every answer says so, in words that depend on the question alone.
 */
public final class CinCensusSource implements SourceSystem {
    /**
     * The value of the STATUS field 'Case status' of an INVOLVEMENT item that says that a case is open: the contact goes to
     * the allocated worker. Only a plain entry says so: no closing date or reason, and either a plan in force or a referral
     * that was not closed without further action.
     */
    public static final String OPEN_CASE = CinEpisode.CaseStatus.OPEN.name();

    /** The reason of an answer for which the census was searched. */
    public static final String SEARCHED_BY_NUMBER =
            "searched by pupil number and council number only: the census holds no names";

    /** The reason of an answer for which it could not be. */
    public static final String NO_NUMBER =
            "not searched: nobody asked about has a pupil number or council number, and the census holds no names";

    private static final String FILES = "CIN_Census_20\\d\\d\\.xml";

    private record Read(String digest, CinCensus census) {}

    private final SourceId id;
    private final SftpFiles files;
    private volatile Optional<Read> last = Optional.empty();

    /**
     * A source.
     *
     * @param id as the area's configuration names it; local ids of this source are council numbers
     * @param files the folder into which the council puts {@code CIN_Census_<year>.xml}
     */
    public CinCensusSource(SourceId id, SftpFiles files) {
        this.id = Objects.requireNonNull(id, "id");
        this.files = Objects.requireNonNull(files, "files");
    }

    @Override
    public SourceId id() {
        return id;
    }

    @Override
    public Answer ask(Question question) throws SourceUnavailable {
        CinCensus census = census();
        Map<PersonKey, ContactPerson> people = new LinkedHashMap<>();
        List<Answer.Candidate> candidates = new ArrayList<>();
        List<SourceItem> items = new ArrayList<>();
        List<UnknownTerm> unknown = new ArrayList<>();
        for (AskedPerson person : question.people()) {
            Finding finding = Finding.of(census.find(person, id), person, census, id);
            // A child who may be two of the people asked about is one record.
            finding.people().forEach(p -> people.putIfAbsent(p.key(), p));
            candidates.addAll(finding.candidates());
            finding.items().stream().filter(i -> !items.contains(i)).forEach(items::add);
            unknown.addAll(finding.unknownTerms());
        }
        if (items.isEmpty()) {
            return Answer.without(question, Answer.Kind.NO_RECORD, reason(question));
        }
        return new Answer(
                question.token(),
                id,
                Answer.Kind.ANSWERED,
                reason(question),
                List.copyOf(people.values()),
                candidates,
                List.of(),
                List.of(),
                items,
                unknown);
    }

    private String reason(Question question) {
        return question.people().stream().anyMatch(p -> CinCensus.searchable(p, id)) ? SEARCHED_BY_NUMBER : NO_NUMBER;
    }

    private CinCensus census() throws SourceUnavailable {
        byte[] file = files.newest(FILES)
                .orElseThrow(() -> new SourceUnavailable("there is no census file in the council's folder"));
        String digest = digest(file);
        Optional<Read> known = last.filter(read -> read.digest().equals(digest));
        if (known.isPresent()) {
            return known.get().census();
        }
        try {
            CinCensus census = CinCensusReader.read(file);
            last = Optional.of(new Read(digest, census));
            return census;
        } catch (Unreadable e) {
            // The one before is not used: an old record that passes for the newest would be believed.
            throw new SourceUnavailable(
                    "the newest census cannot be read: " + e.fault() + " at " + e.place() + ", " + e.reason());
        }
    }

    private static String digest(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
