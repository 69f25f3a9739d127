package org.sepakat.cli;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import org.sepakat.http.Account;

/** What the console says at a start: where to click. */
final class Welcome {
    private Welcome() {}

    static Future<List<String>> lines(Node node, boolean demo) {
        return demo ? demo(node) : firstRun(node);
    }

    private static Future<List<String>> firstRun(Node node) {
        return node.accounts()
                .isEmpty()
                .compose(empty -> empty
                        ? node.links()
                                .firstRun(node.pool())
                                .map(made -> List.of(
                                        "Nobody has an account yet. Make the first one here (once, within 7 days):",
                                        "  " + node.url() + "/first-run#token=" + made.token()))
                        : Future.succeededFuture(List.of()));
    }

    private static Future<List<String>> demo(Node node) {
        return node.ensureDemo().compose(v -> node.accounts().list()).compose(accounts -> {
            var lines = new ArrayList<String>();
            lines.add(
                    "Open a link to sign in; each works once, within an hour. Use a private window for a second person.");
            Future<Void> done = Future.succeededFuture();
            for (Account account : accounts) {
                done = done.compose(v -> node.links().signIn(node.pool(), account.id()))
                        .map(made -> {
                            lines.add(String.format(
                                    "  %-8s %s/sign-in#link=%s", account.name(), node.url(), made.token()));
                            return null;
                        });
            }
            return done.map(v -> List.copyOf(lines));
        });
    }
}
