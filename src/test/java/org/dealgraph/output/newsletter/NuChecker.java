package org.dealgraph.output.newsletter;

import java.nio.charset.StandardCharsets;
import nu.validator.client.EmbeddedValidator;

/** The Nu HTML checker, as a function. */
final class NuChecker {

    private NuChecker() {}

    /** What it complains of in a document; empty where nothing. */
    static String check(String html) throws Exception {
        EmbeddedValidator validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        return validator.validate(new java.io.ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    }
}
