package org.dealgraph.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dealgraph.fetch.FetchSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In whose name the web is asked, for every command that fetches. */
final class FetchOptions {

    @Option(
            names = "--contact",
            paramLabel = "ADDRESS",
            description = "Mail or web address that publishers reach you at; goes into the User-Agent"
                    + " (default: DEALGRAPH_CONTACT).",
            defaultValue = "${env:DEALGRAPH_CONTACT}")
    private @Nullable String contact;

    @Option(
            names = "--loopback",
            description = "Fetch from this machine too, at any port and without pauses: for development"
                    + " (default: DEALGRAPH_LOOPBACK).",
            defaultValue = "${env:DEALGRAPH_LOOPBACK:-false}")
    private boolean loopback;

    FetchSettings settings() {
        FetchSettings settings = FetchSettings.standard().by(contact);
        return loopback ? settings.forLoopback(settings.delay()) : settings;
    }

    /** The same as the application's own settings. */
    Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        if (contact != null && !contact.isBlank()) {
            properties.put("dealgraph.fetch.contact", contact);
        }
        properties.put("dealgraph.fetch.loopback", loopback);
        return properties;
    }
}
