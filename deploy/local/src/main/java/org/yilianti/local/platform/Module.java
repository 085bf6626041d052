package org.yilianti.local.platform;

import java.nio.file.Path;

/** The programs of the platform; each has a folder, a jar and a database schema. */
public enum Module {
    STAFF("staff-service", 8081),
    ROTATION("rotation-service", 8082),
    INCENTIVE("incentive-service", 8083),
    GATEWAY("gateway", 8080);

    private final String artifact;
    private final int usualPort;

    Module(String artifact, int usualPort) {
        this.artifact = artifact;
        this.usualPort = usualPort;
    }

    /** Returns its folder's and jar's name. */
    public String artifact() {
        return artifact;
    }

    /** Returns the name of its schema, which is its database user's too. */
    public String schema() {
        return artifact.replace('-', '_');
    }

    int usualPort() {
        return usualPort;
    }

    Path jar(Path root) {
        return root.resolve(artifact).resolve("target").resolve(artifact + ".jar");
    }
}
