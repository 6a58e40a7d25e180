// Writes labelled.sas7bdat and the catalogue formats.sas7bcat that labels its values, which no package of R can write:
//
//   cc make-catalog.c -lreadstat -o make-catalog && ./make-catalog FOLDER
#include <fcntl.h>
#include <readstat.h>
#include <stdio.h>
#include <unistd.h>

static ssize_t write_bytes(const void *data, size_t length, void *file) { return write(*(int *)file, data, length); }

static int begin(const char *folder, const char *name) {
    char path[1000];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
}

int main(int count, char **arguments) {
    const char *folder = count > 1 ? arguments[1] : ".";
    int file = begin(folder, "formats.sas7bcat");
    readstat_writer_t *writer = readstat_writer_init();
    readstat_set_data_writer(writer, write_bytes);
    readstat_label_set_t *sexes = readstat_add_label_set(writer, READSTAT_TYPE_DOUBLE, "SEXF");
    readstat_label_double_value(sexes, 1, "Male");
    readstat_label_double_value(sexes, 2, "Female");
    readstat_writer_set_file_timestamp(writer, 1600000000);
    readstat_begin_writing_sas7bcat(writer, &file);
    readstat_end_writing(writer);
    readstat_writer_free(writer);
    close(file);

    file = begin(folder, "labelled.sas7bdat");
    writer = readstat_writer_init();
    readstat_set_data_writer(writer, write_bytes);
    readstat_writer_set_file_timestamp(writer, 1600000000);
    readstat_variable_t *id = readstat_add_variable(writer, "id", READSTAT_TYPE_DOUBLE, 8);
    readstat_variable_t *sex = readstat_add_variable(writer, "sex", READSTAT_TYPE_DOUBLE, 8);
    readstat_variable_set_format(sex, "SEXF");
    readstat_begin_writing_sas7bdat(writer, &file, 3);
    for (int row = 0; row < 3; row++) {
        readstat_begin_row(writer);
        readstat_insert_double_value(writer, id, row + 1);
        if (row < 2) readstat_insert_double_value(writer, sex, 2 - row);
        else readstat_insert_missing_value(writer, sex);
        readstat_end_row(writer);
    }
    readstat_end_writing(writer);
    readstat_writer_free(writer);
    close(file);
}
