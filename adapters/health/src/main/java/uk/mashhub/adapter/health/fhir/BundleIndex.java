package uk.mashhub.adapter.health.fhir;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.Unreadable.Fault;

/**
 * The resources of one bundle by their addresses (FHIR R4, bundle section 2.36.4.1). References are resolved in here and
 * nowhere else: nothing is fetched, whatever a reference says.
 */
public final class BundleIndex {
    private final Map<String, Resource> byAddress = new HashMap<>();
    private final Map<Resource, String> places = new IdentityHashMap<>();
    private final List<Resource> resources;

    /**
     * Indexes.
     *
     * @throws Unreadable if an entry has no resource, or two have one address: a fact could then land on the wrong child
     */
    public BundleIndex(Bundle bundle) throws Unreadable {
        int index = 0;
        for (BundleEntryComponent entry : bundle.getEntry()) {
            String place = "Bundle.entry[" + index++ + "]";
            Resource resource = entry.getResource();
            if (resource == null) {
                throw new Unreadable(Fault.NOT_VALID, place + ".resource", "is missing");
            }
            places.put(resource, place + ".resource");
            if (entry.hasFullUrl()) {
                put(entry.getFullUrl(), resource, place + ".fullUrl");
            }
            String local = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
            if (resource.getIdElement().hasIdPart() && !local.equals(entry.getFullUrl())) {
                put(local, resource, place + ".resource.id");
            }
        }
        resources = bundle.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .toList();
    }

    private void put(String address, Resource resource, String place) throws Unreadable {
        Resource other = byAddress.putIfAbsent(address, resource);
        if (other != null && other != resource) {
            throw new Unreadable(Fault.NOT_VALID, place, "is used twice");
        }
    }

    /** Every resource of one type, in the order of the bundle. */
    public <T extends Resource> List<T> all(Class<T> type) {
        return resources.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Every resource, in the order of the bundle. */
    public List<Resource> all() {
        return resources;
    }

    /** The address of a resource of the bundle, as its sender gave it; where it stands, if it has none. */
    public String address(Resource resource) {
        return byAddress.entrySet().stream()
                .filter(e -> e.getValue() == resource)
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElse(place(resource));
    }

    /** Where a resource of the bundle stands, as a FHIRPath. */
    public String place(Resource resource) {
        return places.getOrDefault(resource, "Bundle");
    }

    /**
     * What a reference means.
     *
     * @param holder the resource that holds it, whose contained resources it may name
     * @return empty if it names nothing of this bundle, or something of another type
     */
    public <T extends Resource> Optional<T> resolve(Reference reference, Resource holder, Class<T> type) {
        String address = reference.hasReference() ? reference.getReference() : "";
        Resource target = address.startsWith("#") ? contained(address.substring(1), holder) : byAddress.get(address);
        return type.isInstance(target) ? Optional.of(type.cast(target)) : Optional.empty();
    }

    private static @Nullable Resource contained(String id, Resource holder) {
        if (holder instanceof DomainResource domain) {
            for (Resource candidate : domain.getContained()) {
                String own = candidate.getIdElement().getIdPart();
                if (own != null && own.replaceFirst("^#", "").equals(id)) {
                    return candidate;
                }
            }
        }
        return null;
    }
}
