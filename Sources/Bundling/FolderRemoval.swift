internal import Dispatch
internal import Foundation

/// Removes a folder and all that is in it, as far as the system lets it.
///
/// Some file systems (ext4) keep whoever removes a file that lately went to the disk waiting, for each file anew and with
/// nothing to do. Files that are removed beside each other wait together.
func removeFolder(_ folder: URL) {
    let files = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    let removers = min(8, files.count)
    let group = DispatchGroup()
    for remover in 0..<removers {
        // A serial queue has a thread of its own, however few cores there are.
        DispatchQueue(label: "removal").async(group: group) {
            // What is a folder stays for now.
            for index in stride(from: remover, to: files.count, by: removers) {
                unlink("\(folder.path)/\(files[index])")
            }
        }
    }
    group.wait()
    try? FileManager.default.removeItem(at: folder)
}
