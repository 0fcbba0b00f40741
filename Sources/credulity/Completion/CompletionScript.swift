/// The completion scripts that the argument parser writes, with what it does not know added.
///
/// It leaves out the options that may stand without `play`, and bash and zsh make other things of a colon than seats do.
enum CompletionScript {
    /// A message of the parser; if it is a script, with what is missing in it.
    static func completed(_ message: String) -> String {
        if message.hasPrefix("#!/bin/bash") {
            return message.replacingLine(root, with: renamedRoot) + "\n" + bash
        }
        if message.hasPrefix("#compdef") {
            let end = "if [[ \"${funcstack[1]}\""
            return message.replacingLine(root, with: renamedRoot).replacing(end, with: zsh + "\n" + end)
        }
        return message.hasPrefix("function __credulity") ? fish(message) : message
    }

    /// The function that the shell calls.
    private static let root = "_credulity() {"
    private static let renamedRoot = "__credulity_command() {"

    private static let bash = #"""
        # Makes one word of a seat such as bot:nate, which the shell parts, and names the command that may be left out.
        _credulity() {
            local -a words=()
            local word open=''
            for word in "${COMP_WORDS[@]::COMP_CWORD + 1}"; do
                if [[ ${#words[@]} -gt 1 && "${word}" != -* && ("${word}" = :* || -n "${open}") ]]; then
                    words[-1]+="${word}"
                else
                    words+=("${word}")
                fi
                open=''
                [[ "${word}" = *: ]] && open=yes
            done
            [[ "${words[1]}" = -* ]] && words=("${words[0]}" play "${words[@]:1}")
            local -r current="${words[-1]}" previous="${words[-2]}"
            local -a COMP_WORDS=("${words[@]}")
            local COMP_LINE="${words[*]}"
            local COMP_CWORD="$((${#words[@]} - 1))" COMP_POINT="${#COMP_LINE}"
            __credulity_command "${1}" "${current}" "${previous}"
            if [[ "${COMPREPLY[*]}" = *:* ]]; then
                compopt +o filenames 2>/dev/null
            fi
            if [[ "${current}" = *:* && "${COMP_WORDBREAKS}" = *:* ]]; then
                local -r kept="${current%"${current##*:}"}"
                COMPREPLY=("${COMPREPLY[@]#"${kept}"}")
            fi
            if [[ ${#COMPREPLY[@]} -eq 1 && "${COMPREPLY[0]}" = *[:=/] ]]; then
                compopt -o nospace 2>/dev/null
            fi
        }
        """#

    private static let zsh = #"""
        # What ends in a colon or slash is to go on.
        __credulity_complete() {
            local -a unfinished=("${(M)@:#*[:=/]}") finished=("${@:#(|*[:=/])}")
            _describe -V '' unfinished -S '' -- finished
        }

        # Names the command that may be left out.
        _credulity() {
            if [[ "${words[2]}" = -* ]]; then
                words=("${words[1]}" play "${(@)words[2,-1]}")
                ((CURRENT++))
            fi
            __credulity_command "${@}"
        }

        """#

    /// Each option of `play` stands without the command too.
    private static func fish(_ script: String) -> String {
        let lines = script.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let condition = "__credulity_should_offer_completions_for_flags_or_options \"credulity"
        let twins = lines.filter { $0.contains(condition + " play\"") }
            .map { $0.replacing(condition + " play\"", with: condition + "\"") }
        return (lines + twins.filter { !lines.contains($0) }).joined(separator: "\n")
    }
}

extension String {
    fileprivate func replacingLine(_ line: String, with other: String) -> String {
        replacing("\n\(line)\n", with: "\n\(other)\n")
    }
}
