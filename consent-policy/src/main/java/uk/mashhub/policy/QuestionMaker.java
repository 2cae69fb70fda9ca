package uk.mashhub.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import uk.mashhub.model.contact.AskedPerson;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.person.Address;
import uk.mashhub.model.person.Crn;
import uk.mashhub.model.person.DatedAddress;
import uk.mashhub.model.person.LocalId;
import uk.mashhub.model.person.NameUse;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonIdentifier;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.person.PncId;
import uk.mashhub.model.person.Upn;
import uk.mashhub.model.vocabulary.Sector;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.engine.Answers;
import uk.mashhub.policy.fact.AskFacts;

/** Makes the least that a source needs in order to answer about the people whom a rule lets it be asked about. */
final class QuestionMaker {
    private final Answers answers;
    private final AskFacts facts;
    private final Sector sector;
    private final SourceId source;

    QuestionMaker(Answers answers, AskFacts facts, Sector sector, SourceId source) {
        this.answers = answers;
        this.facts = facts;
        this.sector = sector;
        this.source = source;
    }

    /** The people asked about, in the order of their ids. */
    List<AskedPerson> people(Packet packet, Function<PersonId, PersonKey> keys) {
        return packet.people().stream()
                .sorted(Comparator.comparing(p -> p.id().value()))
                .filter(p -> allowed(Gate.ASK_ABOUT, p))
                .filter(p -> !names(p).isEmpty())
                .map(p -> asked(p, keys))
                .toList();
    }

    private boolean allowed(Gate gate, PacketPerson person) {
        return answers.to(gate, facts.about(person)).allowed();
    }

    private AskedPerson asked(PacketPerson person, Function<PersonId, PersonKey> keys) {
        return new AskedPerson(
                keys.apply(person.id()),
                names(person),
                person.details().birthDate(),
                person.details().identifiers().stream().filter(this::usedThere).toList(),
                address(person));
    }

    /** Names at birth and former names leak adoption and gender history; a hidden person's aliases leak where they are. */
    private List<PersonName> names(PacketPerson person) {
        boolean hidden = facts.hides(person.id());
        return person.details().names().stream()
                .filter(n ->
                        n.use() == NameUse.USUAL || n.use() == NameUse.UNKNOWN || (n.use() == NameUse.ALIAS && !hidden))
                .toList();
    }

    /** Numbers go to the sector whose numbers they are. A system's own number goes back to that system alone. */
    private boolean usedThere(PersonIdentifier identifier) {
        if (identifier instanceof LocalId local) {
            return local.source().equals(source);
        }
        if (identifier instanceof NhsNumber) {
            return sector == Sector.HEALTH || sector == Sector.LOCAL_AUTHORITY;
        }
        if (identifier instanceof Upn) {
            return sector == Sector.EDUCATION || sector == Sector.LOCAL_AUTHORITY;
        }
        if (identifier instanceof PncId) {
            return sector == Sector.POLICE || sector == Sector.PROBATION;
        }
        return identifier instanceof Crn && sector == Sector.PROBATION;
    }

    private Optional<Address> address(PacketPerson person) {
        if (facts.hides(person.id()) || !allowed(Gate.ASK_ADDRESS, person)) {
            return Optional.empty();
        }
        return person.details().addresses().stream()
                .filter(a -> a.to().isEmpty()
                        && (a.use() == DatedAddress.AddressUse.CURRENT || a.use() == DatedAddress.AddressUse.USUAL))
                .map(DatedAddress::address)
                .findFirst();
    }
}
