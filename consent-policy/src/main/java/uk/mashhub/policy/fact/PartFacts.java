package uk.mashhub.policy.fact;

/** Facts of the question whether a part of a view stands in it. */
public final class PartFacts {
    private PartFacts() {}

    public static FactVector of(Scene scene, ViewPart part) {
        return new FactVector.Gathering()
                .put(Attribute.PART, part)
                .put(Attribute.PURPOSE, scene.packet().purpose())
                .put(Attribute.SECTOR, scene.audience().sector())
                .put(Attribute.ROLE, scene.audience().role())
                .put(Attribute.PLACEMENT, scene.audience().placement())
                .put(Attribute.ARTEFACT, scene.artefact())
                .put(
                        Attribute.READER_OF_OTHER_AREA,
                        !scene.audience().area().equals(scene.packet().area()))
                .put(Attribute.PERPETRATOR_SIDE, scene.perpetratorSide())
                .put(Attribute.ENQUIRY_HIDES_LOCATION, scene.safety().enquiryHides())
                .done();
    }
}
