package org.dealgraph.briefing;

/** A briefing that must not go out, or could not be made. */
public class BriefingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BriefingException(String message) {
        super(message);
    }

    public BriefingException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A number that the graph no longer bears out, or never did. */
    public static final class Unsupported extends BriefingException {

        private static final long serialVersionUID = 1L;

        private final String sentence;

        Unsupported(String sentence, String why) {
            super("could not render the briefing: sentence " + sentence + ": " + why);
            this.sentence = sentence;
        }

        /** Name of the sentence. */
        public String sentence() {
            return sentence;
        }
    }
}
