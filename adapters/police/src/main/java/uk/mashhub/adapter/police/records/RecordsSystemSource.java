package uk.mashhub.adapter.police.records;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import uk.mashhub.adapter.SourceSystem;
import uk.mashhub.adapter.SourceUnavailable;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.AskedPerson;
import uk.mashhub.model.contact.Question;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.id.SourceId;

/**
 * Asks a force's records system: searches for each person, then reads the involvements, incidents and intelligence of
 * whoever was found.
 *
 * <p>Guarantees: nothing that names a person stands in an address or a log; a token is used until shortly before it
 * expires; every call ends within its time and size; what is not of the agreed shape is an error and never half an
 * answer. A record that is not certainly of the person asked about is returned as a candidate, under a key of its own and
 * with all that is held of it: the items wait in the hub until somebody says whose they are (rulings 10 and 33).
 */
public final class RecordsSystemSource implements SourceSystem {
    private static final String NOTHING_TO_SEARCH_FOR =
            "needs a name or a number for each person; nobody was searched for";

    private final RecordsSystem system;
    private final RecordsClient client;

    /**
     * Makes the source; opens no connection yet.
     *
     * @param tls whom to trust; the JDK's default context for a public certificate
     * @param clock says when a token is too old
     */
    public RecordsSystemSource(RecordsSystem system, SSLContext tls, Clock clock) {
        this.system = Objects.requireNonNull(system, "system");
        Exchange exchange = new Exchange(tls, system);
        this.client = new RecordsClient(
                system, exchange, new BearerTokens(system, exchange, Objects.requireNonNull(clock, "clock")));
    }

    @Override
    public SourceId id() {
        return system.source();
    }

    @Override
    public Answer ask(Question question) throws SourceUnavailable {
        List<AskedPerson> searchable =
                question.people().stream().filter(PersonSearch::possible).toList();
        if (searchable.size() < question.people().size() || searchable.isEmpty()) {
            return Answer.without(question, Answer.Kind.REFUSED, NOTHING_TO_SEARCH_FOR);
        }
        try {
            return ask(question, searchable);
        } catch (Refused e) {
            return Answer.without(question, Answer.Kind.REFUSED, e.reason());
        } catch (WrongShape e) {
            throw new SourceUnavailable("the records system's answer is " + e.getMessage());
        }
    }

    private Answer ask(Question question, List<AskedPerson> people) throws SourceUnavailable, Refused, WrongShape {
        PersonSearch search = new PersonSearch(client, system.source(), question.purpose());
        Hits hits = new Hits();
        for (AskedPerson person : people) {
            search.search(person, hits);
        }
        hits.settle();
        if (hits.nobody()) {
            return Answer.without(question, Answer.Kind.NO_RECORD, "");
        }
        Cast cast = new Cast(hits);
        Holdings holdings = new Holdings(client, system, cast);
        for (Map.Entry<PersonKey, Hit> found : hits.certain().entrySet()) {
            holdings.fetch(found.getKey(), found.getValue().recordId());
        }
        for (Hit candidate : hits.candidates().keySet()) {
            holdings.fetch(candidate.person().key(), candidate.recordId());
        }
        return new RecordsAnswer(question, hits, holdings, cast).answer();
    }
}
