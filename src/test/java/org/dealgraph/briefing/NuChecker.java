package org.dealgraph.briefing;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** The Nu HTML checker in this process, with the schemas that it brings along: it asks nothing on the network. */
public final class NuChecker {

    private static final String SCHEMA = "http://s.validator.nu/html5-rdfalite.rnc";

    private NuChecker() {}

    /** Its errors and warnings, one line each. */
    public static List<String> complaints(String html) {
        Complaints complaints = new Complaints();
        try {
            SimpleDocumentValidator validator = new SimpleDocumentValidator(true, false, false);
            validator.setUpMainSchema(SCHEMA, complaints);
            validator.setUpValidatorAndParsers(complaints, true, false);
            InputSource input = new InputSource(new StringReader(html));
            input.setEncoding("UTF-8");
            validator.checkHtmlInputSource(input);
        } catch (Exception e) {
            throw new IllegalStateException("could not check the HTML", e);
        }
        return complaints.lines;
    }

    private static final class Complaints implements ErrorHandler {

        private final List<String> lines = new ArrayList<>();

        @Override
        public void warning(SAXParseException e) {
            add("warning", e);
        }

        @Override
        public void error(SAXParseException e) {
            add("error", e);
        }

        @Override
        public void fatalError(SAXParseException e) {
            add("fatal", e);
        }

        /** The checker's list of CSS properties is of 2020 and lacks one that browsers know since. */
        private void add(String kind, SAXParseException e) {
            if (String.valueOf(e.getMessage()).startsWith("CSS: “color-scheme”")) {
                return;
            }
            lines.add(kind + " at line " + e.getLineNumber() + ": " + e.getMessage());
        }
    }
}
