package uk.mashhub.hub.match;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.hub.storage.EnquiryStore;
import uk.mashhub.hub.storage.KeyWalk;
import uk.mashhub.hub.storage.Retrying;
import uk.mashhub.match.BlockingKeys;
import uk.mashhub.match.Candidate;
import uk.mashhub.match.Likeness;
import uk.mashhub.match.MatchResult;
import uk.mashhub.match.Matcher;
import uk.mashhub.match.Restricted;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.enquiry.Stage;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.PersonDetails;

/**
 * Compares people who were entered under older blocking keys, once everybody has those of today: two who did not find each other
 * then may do so now. As where somebody is entered, nobody is joined: what protects travels at once (ruling 10), and a person, or
 * the named unit, is asked in the newest open enquiry of the two (ruling 33). Of whom anything has been said nothing is asked.
 * It goes on where it was after any crash, and doing a part of it again changes nothing. Nothing of anybody is logged.
 */
public final class EnteredTwice implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(EnteredTwice.class);

    private final KeyWalk walk;
    private final PersonRecords records;
    private final PeopleBook book;
    private final BlockingKeys keys;
    private final Matcher matcher;
    private final EnquiryLedger ledger;
    private final Partnership partnership;
    private final Consumer<EnquiryId> changed;
    private final Retrying transactions;
    private final RandomSource random;
    private final int version;
    private final int most;
    private final Predicate<RuntimeException> ofOne;
    private volatile boolean compared;

    /**
     * @param changed what is told of each enquiry that must be decided again, in the order of their ids
     * @param version of the keys, {@link BlockingKeys#VERSION}
     * @param most as many people in one run
     * @param ofOne whether a failure is of one record alone, and not of what the hub needs
     */
    public EnteredTwice(
            KeyWalk walk,
            PersonRecords records,
            PeopleBook book,
            BlockingKeys keys,
            Matcher matcher,
            EnquiryLedger ledger,
            Partnership partnership,
            Consumer<EnquiryId> changed,
            TransactionTemplate transactions,
            RandomSource random,
            int version,
            int most,
            Predicate<RuntimeException> ofOne) {
        this.walk = walk;
        this.records = records;
        this.book = book;
        this.keys = keys;
        this.matcher = matcher;
        this.ledger = ledger;
        this.partnership = partnership;
        this.changed = changed;
        this.transactions = new Retrying(transactions);
        this.random = random;
        this.version = version;
        this.most = most;
        this.ofOne = ofOne;
    }

    /** One step, once everybody has today's keys, unless all have been compared. */
    @Override
    public void run() {
        if (compared) {
            return;
        }
        Optional<KeyWalk.Step> step = transactions.execute(status -> walk.toCompare(version, most));
        step.ifPresent(s -> {
            s.people().forEach(this::compareOrSay);
            transactions.execute(status -> {
                walk.compared(version, s);
                return true;
            });
            compared = s.people().isEmpty();
        });
    }

    /** One whose ledger this release cannot read is asked nothing; what protects travels all the same. */
    private Optional<Enquiry> readable(EnquiryId id) {
        try {
            return ledger.lockIfThere(id);
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            if (!ofOne.test(e)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** One whose record this release cannot read stops nobody else. */
    private void compareOrSay(PersonId id) {
        try {
            // Without a lock first: most people have nobody, and nobody need wait for them.
            if (transactions.execute(status -> !news(id).isEmpty())) {
                transactions.execute(status -> compare(id));
            }
        } catch (RuntimeException e) {
            if (!ofOne.test(e)) {
                throw e;
            }
            LOG.error(
                    "somebody who was given new keys cannot be compared ({})",
                    e.getClass().getSimpleName());
        }
    }

    /** Somebody, and those who may be the same person and of whom nothing has been said. */
    private record News(List<Likeness> alike, List<Restricted> apart) {
        boolean isEmpty() {
            return alike.isEmpty() && apart.isEmpty();
        }

        Stream<PersonId> people() {
            return Stream.concat(
                    alike.stream().map(Likeness::id), apart.stream().map(Restricted::id));
        }
    }

    private News news(PersonId id) {
        PersonDetails details = records.details(Set.of(id)).get(id);
        if (details == null) {
            return new News(List.of(), List.of());
        }
        List<Candidate> others = records.readable(keys.of(details), ofOne).people().stream()
                .filter(c -> !c.id().equals(id))
                .toList();
        MatchResult result = matcher.match(details, records.statutes(id), others);
        return new News(
                result.all().stream()
                        .filter(l -> !records.anythingSaid(id, l.id()))
                        .toList(),
                result.restricted().stream()
                        .filter(r -> !records.anythingSaid(id, r.id()))
                        .toList());
    }

    /** Keys before enquiries, and those in their order, as whoever enters somebody takes them (ADR 0004). */
    private boolean compare(PersonId id) {
        Map<PersonId, PersonDetails> known = records.details(Set.of(id));
        known.values().forEach(details -> records.lockKeys(keys.of(details)));
        News news = news(id);
        Collection<PersonId> all =
                Stream.concat(Stream.of(id), news.people()).distinct().toList();
        book.reach(all).forEach(this::readable);
        news.alike().forEach(l -> link(id, l.id(), (made, pair) -> made.found(pair.person(), pair.candidate(), l)));
        news.apart().forEach(r -> link(id, r.id(), (made, pair) -> made.kept(pair.person(), pair.candidate())));
        book.reach(all).forEach(changed);
        return true;
    }

    /** @param enquiry locked; where the link of a person of its own waits */
    private record Pair(PersonId person, PersonId candidate, Enquiry enquiry) {}

    private void link(PersonId one, PersonId other, BiConsumer<LinksMade, Pair> fact) {
        if (!records.linkIfNothingIsSaid(one, other)) {
            return;
        }
        // Where neither is of an open enquiry nobody waits for it: whoever is referred next finds both.
        Stream.concat(open(one, other), open(other, one))
                .max(Comparator.comparing((Pair p) -> p.enquiry().concerns(p.person()))
                        .thenComparing(p -> p.enquiry().row().receivedAt())
                        .thenComparing(p -> p.enquiry().id(), EnquiryStore.LOCK_ORDER))
                .ifPresent(pair -> {
                    LinksMade made = new LinksMade(random);
                    fact.accept(made, pair);
                    EnquiryId id = pair.enquiry().id();
                    made.facts()
                            .forEach(f -> ledger.append(
                                    id,
                                    partnership
                                            .area(pair.enquiry().row().area())
                                            .orElseThrow()
                                            .keeper(),
                                    f));
                });
    }

    /** Those open ones in which the other is the candidate: not one of which the other is, and the one at most a stranger. */
    private Stream<Pair> open(PersonId person, PersonId candidate) {
        return book.enquiriesOf(person).stream()
                .flatMap(id -> readable(id).stream())
                .filter(e -> !e.row().stage().equals(Stage.CLOSED.name()))
                .filter(e -> partnership.area(e.row().area()).isPresent())
                .filter(e -> e.concerns(person) || !e.concerns(candidate))
                .map(e -> new Pair(person, candidate, e));
    }
}
