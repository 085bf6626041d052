package org.yilianti.local.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yilianti.local.platform.LocalPlatform;
import org.yilianti.local.platform.PlatformPorts;
import org.yilianti.local.platform.PlatformSettings;
import org.yilianti.local.platform.Startup;
import org.yilianti.local.process.Folders;

/**
 * Runs the platform once, briefly, on an empty store of its own, so that the virtual machines write down what they load:
 * later starts take about half the time. Does nothing if that was done for these jars.
 */
public final class Training {

    private static final List<String> PAGES =
            List.of("/docs", "/v1/api-docs/gateway", "/v1/api-docs/staff", "/v1/institutions", "/oauth2/jwks");

    private Training() {}

    /** The system property {@code project.root} says where the built project is. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("project.root", "")).toAbsolutePath();
        if (LocalPlatform.isTrained(root)) {
            return;
        }
        System.out.println("Preparing quick starts, once for each build ...");
        Path data = root.resolve("deploy/local/target/training");
        Folders.delete(data);
        PlatformSettings settings = PlatformSettings.usual(root, data)
                .withPorts(PlatformPorts.free(Map.of()))
                .withStartup(Startup.TRAINING);
        LocalPlatform platform = LocalPlatform.open(settings, line -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
        platform.start();
        visit(platform.gateway());
        platform.close();
        Folders.delete(data);
        if (!LocalPlatform.isTrained(root)) {
            System.out.println(
                    "The virtual machines wrote no cache; starts will be slower, everything else is the same");
        }
    }

    /** Whatever the answers are: the code behind them was loaded. */
    private static void visit(URI gateway) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String page : PAGES) {
                client.send(
                        HttpRequest.newBuilder(gateway.resolve(page)).build(), HttpResponse.BodyHandlers.discarding());
            }
        }
    }
}
