package uk.mashhub.hub;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The hub. Started by the commands in {@code command}, never on its own. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class HubApplication {}
