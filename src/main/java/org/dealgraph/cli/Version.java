package org.dealgraph.cli;

import org.dealgraph.pipeline.Release;
import picocli.CommandLine.IVersionProvider;

/** Tells the version of the application and of the Java that runs it. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "dealgraph " + Release.version(), "java " + System.getProperty("java.version"),
        };
    }
}
