package org.sepakat.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One numbered step of the schema: {@code V001__name.sql} on the class path. Never changed once released. */
record Migration(int version, String name, String sql) {
    private static final Pattern FILE_NAME = Pattern.compile("V(\\d{3})__([a-z0-9_]+)\\.sql");

    /** All steps in a folder of the class path, in order; their numbers must run 1, 2, 3 without a gap. Blocking. */
    static List<Migration> in(String folder) {
        List<Migration> found = new ArrayList<>();
        try {
            for (URL url : Collections.list(Migration.class.getClassLoader().getResources(folder))) {
                found.addAll(url.getProtocol().equals("jar") ? inJar(url, folder) : inFolder(url));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("cannot read the migrations in " + folder, e);
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("there are no migrations in " + folder + ": this build is broken");
        }
        found.sort(Comparator.comparingInt(Migration::version));
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).version() != i + 1) {
                throw new IllegalStateException("the migrations in " + folder + " are not numbered 1, 2, 3: "
                        + found.get(i).name());
            }
        }
        return List.copyOf(found);
    }

    String checksum() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(sql.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static List<Migration> inFolder(URL url) throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
            return files.map(file -> parse(String.valueOf(file.getFileName()), () -> Files.newInputStream(file)))
                    .toList();
        }
    }

    private static List<Migration> inJar(URL url, String folder) throws IOException {
        JarURLConnection connection = (JarURLConnection) url.openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            return jar.stream()
                    .filter(entry -> entry.getName().startsWith(folder + "/") && !entry.isDirectory())
                    .map(entry ->
                            parse(entry.getName().substring(folder.length() + 1), () -> jar.getInputStream(entry)))
                    .toList();
        }
    }

    /** Something that can be opened. */
    private interface Source {
        InputStream open() throws IOException;
    }

    private static Migration parse(String fileName, Source source) {
        Matcher matcher = FILE_NAME.matcher(fileName);
        if (!matcher.matches()) {
            throw new IllegalStateException("a migration is called V001__name.sql, not " + fileName);
        }
        try (InputStream in = source.open()) {
            String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Migration(Integer.parseInt(matcher.group(1)), matcher.group(2), sql);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
