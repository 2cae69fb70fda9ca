package uk.mashhub.policy.agreement;

import java.util.Optional;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.policy.fact.Asking;

/** Reads on what owners rest. Nothing has a default: what is missing refuses to load. */
final class BasisReader {
    private final BoxReader boxes;
    private final Optional<AgencyId> agency;

    /**
     * @param agency in whose agreement it stands; empty for the partnership's
     */
    BasisReader(BoxReader boxes, Optional<AgencyId> agency) {
        this.boxes = boxes;
        this.agency = agency;
    }

    Basis read(Node node) {
        node.map("id", "part", "title", "law", "owner", "review", "when");
        return new Basis(
                RuleReader.id(node.need("id")),
                node.need("part").one(Basis.Part.class, "part of a legal basis"),
                node.need("title").text(),
                RuleReader.laws(node.need("law")),
                node.need("owner").text(),
                RuleReader.review(node.need("review")),
                agency,
                boxes.read(node.need("when"), Asking.MAY_SEE));
    }
}
