package org.dealgraph.pipeline;

import java.util.Optional;

/** The version of the application. */
public final class Release {

    private Release() {}

    /** From the jar's manifest; "development" where it runs from classes. */
    public static String version() {
        return Optional.ofNullable(Release.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
