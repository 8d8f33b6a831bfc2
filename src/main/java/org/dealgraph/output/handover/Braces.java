package org.dealgraph.output.handover;

import java.util.regex.Pattern;

/** Words from outside that a tool would take for orders: Buttondown and listmonk read subjects and bodies as templates. */
final class Braces {

    private static final Pattern OPENING = Pattern.compile("\\{(?=[{%#])");

    private Braces() {}

    /** HTML that shows the same and holds no beginning of a template's order. */
    static String inHtml(String html) {
        return OPENING.matcher(html).replaceAll("&#123;").replace("@TrackLink", "&#64;TrackLink");
    }

    /** Text that holds no beginning of a template's order, with a space between the braces. */
    static String inText(String text) {
        return OPENING.matcher(text).replaceAll("{ ").replace("@TrackLink", "@ TrackLink");
    }
}
